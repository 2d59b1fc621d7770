package org.konsil.vault;

/** What was asked of the key store is not done; the sentence says why. */
public class KeysRefused extends RuntimeException {

    KeysRefused(String sentence) {
        super(sentence);
    }
}
