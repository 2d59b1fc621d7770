package org.konsil.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock in words: what it is for, until when, why until then, who was told and who is next.
 *
 * @param state running, stopped or due
 * @param source what basis and source say of the value; null where the table has no row
 * @param counted how its time is counted: "10 working days, as they are in Norway (Europe/Oslo)"
 * @param holidays public holidays that were not counted
 */
public record ClockStory(
        String what,
        String state,
        @Nullable Instant goal,
        @Nullable Instant due,
        @Nullable String source,
        @Nullable String counted,
        List<LocalDate> holidays,
        List<Line> told,
        @Nullable Line next) {

    /** Who, at which mark, and when. */
    public record Line(String who, String mark, Instant at) {}

    public ClockStory {
        holidays = List.copyOf(holidays);
        told = List.copyOf(told);
    }
}
