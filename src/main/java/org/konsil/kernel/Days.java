package org.konsil.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where days begin, for all clocks and all that people read: where the European institutions are. */
public final class Days {

    public static final ZoneId PLACE = ZoneId.of("Europe/Brussels");

    private Days() {}

    /** The day on which a moment lies. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, PLACE);
    }

    /** The last moment of a day, to the second. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(PLACE).toInstant().minusSeconds(1);
    }
}
