package org.konsil.clocks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** How long a step may take: an ISO 8601 duration ({@code P14D}, {@code PT24H}) or working days ({@code WD10}). */
sealed interface Goal {

    ZoneId PLACE = org.konsil.kernel.Days.PLACE;

    Instant from(Instant start);

    record Days(Period period) implements Goal {
        @Override
        public Instant from(Instant start) {
            return start.atZone(PLACE).plus(period).toInstant();
        }
    }

    record Hours(Duration duration) implements Goal {
        @Override
        public Instant from(Instant start) {
            return start.plus(duration);
        }
    }

    record Working(int days) implements Goal {
        @Override
        public Instant from(Instant start) {
            return WorkingDays.after(start.atZone(PLACE), days).toInstant();
        }
    }

    Pattern WORKING = Pattern.compile("WD(\\d{1,3})");

    /** @throws IllegalArgumentException if the text is none of these */
    static Goal of(String text) {
        var working = WORKING.matcher(text);
        if (working.matches()) {
            return new Working(Integer.parseInt(working.group(1)));
        }
        try {
            return text.contains("T") ? new Hours(Duration.parse(text)) : new Days(Period.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no duration such as P14D, PT24H or WD10", e);
        }
    }
}
