package org.konsil.engine.store;

/** The log no longer holds what the tables still lack. */
final class LogCut extends RuntimeException {

    LogCut(long position) {
        super(
                "The tables of the engine's searches end at position " + position
                        + ", which the engine's log does not hold. Restore the database and the engine's folder from the same backup.");
    }
}
