package org.konsil.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Hours as they pass: 24 hours are 24 hours, also when summer time begins. Months are those of the place. */
record Hours(ZoneId place) implements Measure {

    @Override
    public Instant after(Instant start, Duration counted) {
        return start.plus(counted);
    }

    @Override
    public Instant after(Instant start, Amount amount) {
        return amount.hasMonths() ? amount.after(start, place) : start.plus(amount.counted());
    }

    @Override
    public Duration between(Instant from, Instant until) {
        return until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
    }
}
