package org.konsil.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a clock has run: since when, and when it stood still. Everything follows from it anew each time, so that another rule or a
 * repeated look gives the same answer.
 */
record Course(Measure measure, Instant start, List<Pause> pauses) {

    /** @param until null while it lasts */
    record Pause(Instant from, @Nullable Instant until) {}

    Course {
        pauses = List.copyOf(pauses);
    }

    /** When so much time will have been counted; for a clock that stands still: had it run on at once. */
    Instant at(Duration counted) {
        var left = counted;
        var from = start;
        for (var pause : pauses) {
            var ran = measure.between(from, pause.from());
            if (left.compareTo(ran) <= 0) {
                return measure.after(from, left);
            }
            left = left.minus(ran);
            from = pause.until() == null ? pause.from() : pause.until();
        }
        return measure.after(from, left);
    }

    /** When what the table gives is used up. */
    Instant at(Amount amount) {
        var without = measure.after(start, amount);
        return pauses.isEmpty() ? without : at(measure.between(start, without));
    }

    /** When a share of the time that an amount gives is used up. */
    Instant at(Amount amount, int percent) {
        return at(measure.between(start, measure.after(start, amount))
                .multipliedBy(percent)
                .dividedBy(100));
    }
}
