package org.konsil.boards;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When a board meets: as RFC 5545 would say it with FREQ, INTERVAL and BYDAY. The hour is that of the zone, in summer as in winter.
 *
 * @param every each so many weeks or months, 1 to 12
 * @param weekOfMonth 1 to 4, or -1 for the last; of a weekly board 0
 * @param firstDay from when on; a weekly board counts its weeks from the week of this day
 * @param time to the minute; seconds are cut off
 */
record Rhythm(
        Kind kind, int every, int weekOfMonth, DayOfWeek weekday, LocalDate firstDay, LocalTime time, ZoneId zone) {

    /** How often. */
    enum Kind {
        WEEKLY,
        MONTHLY
    }

    private static final int MOST = 12;

    /** The days since then are counted one by one. */
    private static final int CENTURY = 20;

    /** @throws BoardRefused unless such a rhythm exists */
    Rhythm {
        var isMonthly = kind == Kind.MONTHLY;
        var isWeekThere = isMonthly ? weekOfMonth == -1 || weekOfMonth >= 1 && weekOfMonth <= 4 : weekOfMonth == 0;
        if (every < 1 || every > MOST || !isWeekThere || firstDay.getYear() / 100 != CENTURY) {
            throw BoardRefused.noRhythm();
        }
        time = time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The next moments at which the board meets, after that one. */
    List<Instant> after(Instant moment, int atMost) {
        return days().map(day -> day.atTime(time).atZone(zone).toInstant())
                .filter(start -> start.isAfter(moment))
                .limit(atMost)
                .toList();
    }

    /** Whether it meets at this moment. */
    boolean meets(Instant moment) {
        return after(moment.minusSeconds(1), 1).contains(moment);
    }

    /** The week in which a moment lies, or the month, begins then. */
    Instant beginOfPeriod(Instant moment) {
        var day = LocalDate.ofInstant(moment, zone);
        var first = kind == Kind.WEEKLY
                ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : day.withDayOfMonth(1);
        return first.atStartOfDay(zone).toInstant();
    }

    /** FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU. */
    String rule() {
        var day = weekday.name().substring(0, 2);
        return "FREQ=%s;INTERVAL=%d;BYDAY=%s"
                .formatted(kind, every, kind == Kind.MONTHLY ? weekOfMonth + day : day)
                .toUpperCase(Locale.ROOT);
    }

    private Stream<LocalDate> days() {
        return kind == Kind.WEEKLY ? weekly() : monthly();
    }

    private Stream<LocalDate> weekly() {
        var first = firstDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(TemporalAdjusters.nextOrSame(weekday));
        return Stream.iterate(first, day -> day.plusWeeks(every)).filter(day -> !day.isBefore(firstDay));
    }

    private Stream<LocalDate> monthly() {
        var month = firstDay.withDayOfMonth(1);
        return Stream.iterate(month, day -> day.plusMonths(every))
                .map(day -> day.with(TemporalAdjusters.dayOfWeekInMonth(weekOfMonth, weekday)))
                .filter(day -> !day.isBefore(firstDay));
    }
}
