package org.konsil.vault;

/** The service must not start without the right master key. */
class MasterKeyUnusable extends RuntimeException {

    MasterKeyUnusable(String sentence) {
        super(sentence);
    }

    MasterKeyUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
