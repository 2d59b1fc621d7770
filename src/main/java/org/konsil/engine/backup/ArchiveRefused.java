package org.konsil.engine.backup;

/** An archive that cannot be made, or must not be restored; the message says why and what to do. */
public final class ArchiveRefused extends RuntimeException {

    public ArchiveRefused(String sentence) {
        super(sentence);
    }

    public ArchiveRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
