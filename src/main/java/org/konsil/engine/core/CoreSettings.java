package org.konsil.engine.core;

import java.nio.file.Path;
import java.time.Duration;
import org.konsil.engine.state.FreeSpace;

/**
 * How the core runs.
 *
 * @param folder everything the engine keeps: log, snapshots, runtime, lock
 * @param durable whether commits wait for the disk; false only for tests
 * @param segmentBytes size of one log segment
 * @param inFlight how many commands may be under way before new ones are refused with {@link EngineBusy}
 * @param snapshotEvery how often state is saved, which bounds the replay after a crash
 * @param tick how late a timer may fire
 * @param longestLag how many bytes of log the database may lack before new work is refused with {@link EngineBusy}
 * @param leastFree how many bytes the disk must have left; below, the start and new work are refused
 */
public record CoreSettings(
        Path folder,
        boolean durable,
        int segmentBytes,
        int inFlight,
        Duration snapshotEvery,
        Duration tick,
        long longestLag,
        long leastFree) {

    private static final int MEGABYTE = 1 << 20;
    private static final long LONGEST_LAG = 1L << 30;

    /** With the usual bounds. */
    public CoreSettings(
            Path folder, boolean durable, int segmentBytes, int inFlight, Duration snapshotEvery, Duration tick) {
        this(folder, durable, segmentBytes, inFlight, snapshotEvery, tick, LONGEST_LAG, FreeSpace.LEAST_BYTES);
    }

    /** The same with other bounds. */
    public CoreSettings bounded(long lag, long free) {
        return new CoreSettings(folder, durable, segmentBytes, inFlight, snapshotEvery, tick, lag, free);
    }

    /** For real work. */
    public static CoreSettings in(Path folder) {
        return new CoreSettings(folder, true, 16 * MEGABYTE, 500, Duration.ofSeconds(30), Duration.ofMillis(100));
    }

    /** Fast, and forgetful when the machine stops. */
    public static CoreSettings forTests(Path folder) {
        return new CoreSettings(folder, false, MEGABYTE, 500, Duration.ofHours(1), Duration.ofMillis(20));
    }
}
