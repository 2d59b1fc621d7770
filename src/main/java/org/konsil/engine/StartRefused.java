package org.konsil.engine;

/** The engine cannot start as it is configured here; the message says why and what to do. */
final class StartRefused extends RuntimeException {

    StartRefused(String sentence) {
        super(sentence);
    }

    private StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** One of the ports cannot be had. */
    static StartRefused port(String what, String address, int port, String key, Throwable cause) {
        return new StartRefused(
                "The engine's %s port %d on %s cannot be opened (%s): stop the program that has it, or set konsil.engine-settings.%s to another port (0 for any)."
                        .formatted(what, port, address, cause.getMessage(), key),
                cause);
    }
}
