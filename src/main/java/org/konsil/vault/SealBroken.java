package org.konsil.vault;

/** Sealed bytes do not open: changed, put in another's place, or sealed under another key. A broken world, no refusal. */
class SealBroken extends RuntimeException {

    SealBroken(String name) {
        super("The seal of " + name + " is broken");
    }

    SealBroken(String name, Throwable cause) {
        super("The seal of " + name + " is broken", cause);
    }
}
