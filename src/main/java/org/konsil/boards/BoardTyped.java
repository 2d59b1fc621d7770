package org.konsil.boards;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** A board as it is typed into its form. */
final class BoardTyped {

    private BoardTyped() {}

    /** @throws BoardRefused unless it makes sense */
    static BoardPlan plan(Map<String, String> typed) {
        return new BoardPlan(
                typed.get("name"),
                rhythm(typed),
                number(typed, "slots"),
                number(typed, "slotMinutes"),
                typed.get("place"),
                typed.get("videoLink"),
                number(typed, "fillDays"));
    }

    private static Rhythm rhythm(Map<String, String> typed) {
        try {
            var kind = Rhythm.Kind.valueOf(typed.getOrDefault("rhythm", ""));
            return new Rhythm(
                    kind,
                    number(typed, "every"),
                    kind == Rhythm.Kind.MONTHLY ? number(typed, "weekOfMonth") : 0,
                    DayOfWeek.valueOf(typed.getOrDefault("weekday", "")),
                    LocalDate.parse(typed.getOrDefault("firstDay", "")),
                    LocalTime.parse(typed.getOrDefault("time", "")),
                    ZoneId.of(typed.getOrDefault("zone", "")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw BoardRefused.noRhythm();
        }
    }

    /** @throws BoardRefused if it is none */
    static int number(Map<String, String> typed, String field) {
        try {
            return Integer.parseInt(typed.getOrDefault(field, "").strip());
        } catch (NumberFormatException e) {
            throw BoardRefused.noPlan();
        }
    }
}
