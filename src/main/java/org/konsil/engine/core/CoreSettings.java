package org.konsil.engine.core;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the core runs.
 *
 * @param folder everything the engine keeps: log, snapshots, runtime, lock
 * @param durable whether commits wait for the disk; false only for tests
 * @param segmentBytes size of one log segment
 * @param inFlight how many commands may be under way before new ones are refused with {@link EngineBusy}
 * @param snapshotEvery how often state is saved, which bounds the replay after a crash
 * @param tick how late a timer may fire
 */
public record CoreSettings(
        Path folder, boolean durable, int segmentBytes, int inFlight, Duration snapshotEvery, Duration tick) {

    private static final int MEGABYTE = 1 << 20;

    /** For real work. */
    public static CoreSettings in(Path folder) {
        return new CoreSettings(folder, true, 16 * MEGABYTE, 500, Duration.ofSeconds(30), Duration.ofMillis(100));
    }

    /** Fast, and forgetful when the machine stops. */
    public static CoreSettings forTests(Path folder) {
        return new CoreSettings(folder, false, MEGABYTE, 500, Duration.ofHours(1), Duration.ofMillis(20));
    }
}
