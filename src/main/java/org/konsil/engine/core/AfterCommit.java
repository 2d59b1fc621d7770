package org.konsil.engine.core;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds back what the world may hear until all that was written before it is on disk; then tells it in order, on a thread of its own. */
final class AfterCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private record Held(long position, Runnable action) {}

    private final LongSupplier committed;
    private final Queue<Held> held = new ArrayDeque<>();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("engine-answers").daemon(true).factory());

    AfterCommit(LongSupplier committed) {
        this.committed = committed;
    }

    void run(long position, Runnable action) {
        synchronized (held) {
            held.add(new Held(position, action));
        }
        drain();
    }

    /** To be called after each commit. */
    void drain() {
        synchronized (held) {
            while (!held.isEmpty() && held.element().position() <= committed.getAsLong()) {
                var action = held.remove().action();
                if (!teller.isShutdown()) teller.execute(() -> tell(action));
            }
        }
    }

    private static void tell(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("An answer of the engine could not be delivered", e);
        }
    }

    @Override
    public void close() {
        synchronized (held) {
            teller.shutdown();
        }
    }
}
