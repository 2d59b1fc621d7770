package org.konsil.engine.state;

/** The engine cannot work in its folder; the message says why and what to do. */
public final class EngineFolderRefused extends RuntimeException {

    public EngineFolderRefused(String sentence) {
        super(sentence);
    }

    public EngineFolderRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
