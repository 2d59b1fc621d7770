package org.konsil.engine.store;

/** The log no longer holds what the tables still lack. */
final class LogCut extends RuntimeException {

    LogCut(long position) {
        super(
                "The tables of the engine's searches %s, and the engine's log no longer holds what comes next. Restore the database and the engine's folder from the same backup."
                        .formatted(position < 0 ? "are empty" : "end at position " + position));
    }
}
