package org.konsil.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Calendar days by the clock on the wall: what begins at ten ends at ten, also when summer time began or ended meanwhile. */
record Days(ZoneId place) implements Measure {

    @Override
    public Instant after(Instant start, Duration counted) {
        return start.atZone(place).toLocalDateTime().plus(counted).atZone(place).toInstant();
    }

    @Override
    public Instant after(Instant start, Amount amount) {
        return amount.after(start.atZone(place).toLocalDateTime()).atZone(place).toInstant();
    }

    @Override
    public Duration between(Instant from, Instant until) {
        return until.isAfter(from)
                ? WorkingDays.notNegative(Duration.between(
                        from.atZone(place).toLocalDateTime(),
                        until.atZone(place).toLocalDateTime()))
                : Duration.ZERO;
    }
}
