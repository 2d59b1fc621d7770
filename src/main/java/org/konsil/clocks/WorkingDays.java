package org.konsil.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Counts working days: all but Saturdays, Sundays and the holidays that every member state of the networks keeps. (Regulation (EEC,
 * Euratom) 1182/71 counts likewise; national holidays differ and would make two countries' clocks disagree.)
 */
final class WorkingDays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private WorkingDays() {}

    /** The same time of day so many working days later; zero days from a holiday is the next working day. */
    static ZonedDateTime after(ZonedDateTime start, int days) {
        var day = start;
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day.toLocalDate())) {
                left--;
            }
        }
        while (!isWorking(day.toLocalDate())) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !day.equals(easterMonday(day.getYear()));
    }

    /** By the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). */
    private static LocalDate easterMonday(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1).plusDays(1);
    }
}
