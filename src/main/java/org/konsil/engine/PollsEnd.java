package org.konsil.engine;

import org.springframework.context.SmartLifecycle;

/**
 * Answers the polls that are under way when the application's workers have been closed and its client has not: the client would wait five
 * seconds for answers that nobody needs any more.
 */
final class PollsEnd implements SmartLifecycle {

    private final EmbeddedEngine engine;
    private volatile boolean running;

    PollsEnd(EmbeddedEngine engine) {
        this.engine = engine;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        engine.endPolls();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the workers, which have Spring's default phase, the last to start and the first to stop. */
    @Override
    public int getPhase() {
        return 0;
    }
}
