package org.konsil.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The world's time plus an offset, in whole microseconds: what is stored is what was meant. */
class ShiftedClock extends Clock {

    private final Clock world;
    private final Supplier<Duration> offset;

    ShiftedClock(Clock world, Supplier<Duration> offset) {
        this.world = world;
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return world.instant().plus(offset.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return world.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(world.withZone(zone), offset);
    }
}
