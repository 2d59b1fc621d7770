package org.konsil.engine.core;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** When state is saved, and how far the log may be cut then. */
final class SnapshotSchedule {

    private final Rounds rounds = new Rounds("engine-snapshots");
    private volatile LongSupplier exported = () -> Long.MAX_VALUE;

    /** What the store had at the last snapshot: a database that forgets its last commits in a crash is still served. */
    private long storedBefore;

    void every(Duration interval, Runnable take) {
        rounds.every(interval, take);
    }

    void exported(LongSupplier position) {
        exported = position;
    }

    void take(Partition partition) throws IOException {
        long stored = exported.getAsLong();
        partition.snapshot(Math.min(stored, storedBefore));
        storedBefore = stored;
    }

    /** The engine begins anew. */
    void forget() {
        storedBefore = 0;
    }

    void stop() {
        rounds.stop();
    }
}
