package org.konsil.engine.core;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Notices a processor that stands still although the log holds records for it: dead, or caught in an endless expression. */
final class Heartbeat {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile long handled = Long.MAX_VALUE;
    private volatile long committed;
    private long seen = Long.MAX_VALUE;
    private volatile long movedAt;

    Heartbeat(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
        movedAt = nanoTime.getAsLong();
    }

    /** The processor is done with the record at this position. */
    void handled(long position) {
        handled = position;
    }

    /** To be called at short intervals. */
    void look(long end) {
        committed = end;
        long now = handled;
        if (now != seen || now >= end) movedAt = nanoTime.getAsLong();
        seen = now;
    }

    /** In a sentence, that the processor does not move; empty while it does. */
    Optional<String> complaint() {
        var still = Duration.ofNanos(nanoTime.getAsLong() - movedAt);
        if (handled >= committed || still.compareTo(patience) < 0) return Optional.empty();
        return Optional.of(
                "The engine's processor has not moved for %d s: it stands at position %d while the log goes on to %d. What was acknowledged is safe; look at the threads named zb-actors, then start again."
                        .formatted(still.toSeconds(), handled, committed));
    }
}
