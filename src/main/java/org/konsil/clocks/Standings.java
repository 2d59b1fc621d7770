package org.konsil.clocks;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains a clock to its readers. */
@Component
class Standings {

    private final Planner planner;
    private final ClockMarks marks;

    Standings(Planner planner, ClockMarks marks) {
        this.planner = planner;
        this.marks = marks;
    }

    Standing of(ClockRow row) {
        var plan = planner.plan(row);
        return new Standing(
                row.id(),
                row.caseId(),
                row.step(),
                row.level(),
                Standing.State.valueOf(row.state()),
                row.goal(),
                row.due(),
                plan.rule() == null ? null : planner.why(row, plan.rule()),
                marks.told(row.id()),
                next(row, plan));
    }

    /** The deadline itself tells nobody; the first rung does. */
    Standing.@Nullable Next next(ClockRow row, Planner.Plan plan) {
        return row.isIn("STOPPED")
                ? null
                : planner.open(row, plan).stream()
                        .filter(mark -> mark.kind() != Mark.Kind.DEADLINE)
                        .findFirst()
                        .map(mark -> new Standing.Next(
                                mark.who(), mark.kind() == Mark.Kind.RUNG ? 0 : mark.percent(), mark.at()))
                        .orElse(null);
    }
}
