package org.konsil.engine.core;

import java.util.concurrent.CompletableFuture;

/** The way into the engine. */
public interface Commands {

    /**
     * Appends the command; completes with the engine's answer once everything it caused is on disk. Fails with {@link CommandRejected}, with
     * {@link EngineBusy} (nothing was appended: try again later) or with {@link EngineStopped} (nobody knows what became of it).
     */
    CompletableFuture<Answer> send(Command command);
}
