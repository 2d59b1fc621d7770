package org.konsil.engine.core;

/** The engine cannot work in its folder; the message says why and what to do. */
public final class EngineFolderRefused extends RuntimeException {

    public EngineFolderRefused(String sentence) {
        super(sentence);
    }

    EngineFolderRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
