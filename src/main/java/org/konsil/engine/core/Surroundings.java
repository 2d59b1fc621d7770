package org.konsil.engine.core;

import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import org.konsil.engine.log.Disk;
import org.konsil.engine.log.FailStop;
import org.konsil.engine.state.NoMeters;

/**
 * What tests replace around an engine.
 *
 * @param failStop what happens after an I/O error
 * @param disk where the log is written
 * @param patience after how long without a move the processor counts as stuck, and how long a stop waits for each part of the engine
 * @param meters where Zeebe's meters go
 * @param replayed is shown the state after the replay, before anything new is processed
 */
record Surroundings(
        FailStop failStop,
        Disk disk,
        Duration patience,
        Consumer<ZeebeDb<ZbColumnFamilies>> replayed,
        MeterRegistry meters) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    static Surroundings with(FailStop failStop) {
        return new Surroundings(failStop, Disk.real(), PATIENCE, state -> {}, NoMeters.registry());
    }

    Surroundings failing(FailStop other) {
        return new Surroundings(other, disk, patience, replayed, meters);
    }

    Surroundings on(Disk other) {
        return new Surroundings(failStop, other, patience, replayed, meters);
    }

    Surroundings patient(Duration other) {
        return new Surroundings(failStop, disk, other, replayed, meters);
    }

    Surroundings showing(Consumer<ZeebeDb<ZbColumnFamilies>> other) {
        return new Surroundings(failStop, disk, patience, other, meters);
    }

    Surroundings metered(MeterRegistry other) {
        return new Surroundings(failStop, disk, patience, replayed, other);
    }
}
