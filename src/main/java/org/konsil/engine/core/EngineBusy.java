package org.konsil.engine.core;

/** Back-pressure: too much is under way, nothing was appended, try again later. */
public final class EngineBusy extends RuntimeException {

    public EngineBusy(String message) {
        super(message, null, false, false);
    }
}
