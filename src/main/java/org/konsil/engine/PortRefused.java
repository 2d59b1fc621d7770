package org.konsil.engine;

/** One of the engine's ports cannot be had. */
final class PortRefused extends RuntimeException {

    PortRefused(String what, String address, int port, String key, Throwable cause) {
        super(
                "The engine's %s port %d on %s cannot be opened (%s): stop the program that has it, or set konsil.engine-settings.%s to another port (0 for any)."
                        .formatted(what, port, address, cause.getMessage(), key),
                cause);
    }
}
