package org.konsil.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Working days of a country by the clock on the wall: a working day counts 24 hours, Saturdays, Sundays and public holidays count
 * nothing, and what would end in them ends with the working day that follows, as in Regulation (EEC, Euratom) 1182/71 Art. 3(4).
 */
record WorkingDays(ZoneId place, Holidays holidays) implements Measure {

    @Override
    public Instant after(Instant start, Duration counted) {
        var at = rolled(start.atZone(place).toLocalDateTime());
        var left = counted;
        while (true) {
            var untilMidnight =
                    Duration.between(at, at.toLocalDate().plusDays(1).atStartOfDay());
            if (left.compareTo(untilMidnight) < 0) {
                return at.plus(left).atZone(place).toInstant();
            }
            left = left.minus(untilMidnight);
            at = rolled(at.toLocalDate().plusDays(1).atStartOfDay());
        }
    }

    @Override
    public Instant after(Instant start, Amount amount) {
        if (!amount.hasMonths()) {
            return after(start, amount.counted());
        }
        return rolled(amount.after(start.atZone(place).toLocalDateTime()))
                .atZone(place)
                .toInstant();
    }

    @Override
    public Duration between(Instant from, Instant until) {
        if (!until.isAfter(from)) {
            return Duration.ZERO;
        }
        var at = rolled(from.atZone(place).toLocalDateTime());
        var end = until.atZone(place).toLocalDateTime();
        var counted = Duration.ZERO;
        while (at.isBefore(end)) {
            var midnight = at.toLocalDate().plusDays(1).atStartOfDay();
            counted = counted.plus(Duration.between(at, midnight.isBefore(end) ? midnight : end));
            at = rolled(midnight);
        }
        return notNegative(counted);
    }

    boolean isWorking(LocalDate day) {
        return holidays.isWorking(day);
    }

    /** The same moment on a working day, else the beginning of the next one. */
    private LocalDateTime rolled(LocalDateTime at) {
        if (isWorking(at.toLocalDate())) {
            return at;
        }
        var day = at.toLocalDate().plusDays(1);
        while (!isWorking(day)) {
            day = day.plusDays(1);
        }
        return day.atStartOfDay();
    }

    static Duration notNegative(Duration counted) {
        return counted.isNegative() ? Duration.ZERO : counted;
    }
}
