package org.konsil.clocks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A moment in a clock's course at which somebody is told.
 *
 * @param position its place among those of its kind, from 0
 * @param percent the share of the time that is used up then; 100 for the deadline, more has no number
 */
record Mark(Kind kind, int position, Told.Who who, int percent, Instant at) {

    /** What is reached; in this order where two are reached at once. */
    enum Kind {
        REMINDER,
        DEADLINE,
        RUNG
    }

    /** All marks of a clock by its rule, in their order. The escalation goes on even where information is awaited. */
    static List<Mark> of(ClockRule rule, Course course, Instant due) {
        var marks = new ArrayList<Mark>();
        for (var share : rule.reminders()) {
            marks.add(new Mark(Kind.REMINDER, marks.size(), Told.Who.OWNER, share, share(rule, course, due, share)));
        }
        marks.add(new Mark(Kind.DEADLINE, 0, Told.Who.OWNER, 100, due));
        var position = 0;
        for (var rung : rule.escalation()) {
            var at = rung.after().counted().isZero() && !rung.after().hasMonths()
                    ? due
                    : course.measure().after(due, rung.after());
            marks.add(new Mark(Kind.RUNG, position++, rung.who(), 0, at));
        }
        marks.sort(Comparator.comparing(Mark::at).thenComparing(Mark::kind).thenComparing(Mark::position));
        return marks;
    }

    /** Between start and deadline as the clock counts, also where the deadline is not the table's. */
    private static Instant share(ClockRule rule, Course course, Instant due, int percent) {
        var whole = course.measure().between(course.start(), due);
        for (var pause : course.pauses()) {
            whole = whole.minus(
                    course.measure().between(pause.from(), pause.until() == null ? pause.from() : pause.until()));
        }
        return course.at(WorkingDays.notNegative(whole).multipliedBy(percent).dividedBy(100))
                .truncatedTo(ChronoUnit.MICROS);
    }
}
