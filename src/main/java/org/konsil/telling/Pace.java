package org.konsil.telling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often somebody gets mail of one kind of news. */
enum Pace {
    AT_ONCE,
    DAILY,
    WEEKLY,
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Pace> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * When what is told now goes into a mail; null if never.
     *
     * @param hour of the day, UTC, at which digests are written; those of the week on Mondays
     */
    @Nullable
    Instant next(Instant now, int hour) {
        var today = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withHour(hour);
        return switch (this) {
            case AT_ONCE -> now;
            case NONE -> null;
            case DAILY -> (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
            case WEEKLY -> {
                var monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                yield (monday.toInstant().isAfter(now) ? monday : monday.plusWeeks(1)).toInstant();
            }
        };
    }
}
