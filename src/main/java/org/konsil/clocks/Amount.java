package org.konsil.clocks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** How much time a table or a person gives, as an ISO 8601 duration: days, weeks, months and years, hours and minutes, or both. */
record Amount(Period period, Duration duration) {

    private static final Pattern ISO = Pattern.compile("P(?=.)([^T]*)(T.+)?");

    /** @throws IllegalArgumentException if the text is no ISO 8601 duration or not above zero */
    static Amount of(String text) {
        var parts = ISO.matcher(text.strip());
        try {
            if (!parts.matches()) {
                throw new DateTimeException("no ISO 8601 duration");
            }
            var amount = new Amount(
                    parts.group(1).isEmpty() ? Period.ZERO : Period.parse("P" + parts.group(1)),
                    parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2)));
            if (amount.period.isNegative() || amount.duration.isNegative()) {
                throw new DateTimeException("less than nothing");
            }
            return amount;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no duration such as P14D, P1M or PT24H", e);
        }
    }

    /** As the table writes it. */
    @Override
    public String toString() {
        var days = period.isZero() ? "" : period.toString().substring(1);
        return "P" + days
                + (duration.isZero() && !days.isEmpty()
                        ? ""
                        : duration.toString().substring(1));
    }

    /** Years and months only: they have no length of their own. */
    boolean hasMonths() {
        return period.toTotalMonths() > 0;
    }

    /** Days and hours; a day has 24 hours. */
    Duration counted() {
        return duration.plusDays(period.getDays());
    }

    /** By the clock on the wall of a place. */
    LocalDateTime after(LocalDateTime start) {
        return start.plus(period).plus(duration);
    }

    /** So long before a moment. */
    Instant before(Instant end, ZoneId place) {
        return end.atZone(place).minus(period).minus(duration).toInstant();
    }

    /** Days by the clock on the wall, then hours as they pass. */
    Instant after(Instant start, ZoneId place) {
        return start.atZone(place).plus(period).plus(duration).toInstant();
    }
}
