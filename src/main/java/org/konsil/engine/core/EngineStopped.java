package org.konsil.engine.core;

/** The engine stops, restarts or was purged while the command was under way: its outcome is unknown to the caller. */
public final class EngineStopped extends RuntimeException {

    public EngineStopped(String message) {
        super(message, null, false, false);
    }
}
