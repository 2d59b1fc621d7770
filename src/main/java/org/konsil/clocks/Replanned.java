package org.konsil.clocks;

import java.time.Clock;
import java.util.Objects;
import org.konsil.audit.Audit;
import org.konsil.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Plans a clock anew when the urgency or the table has changed, counted from when it began. The same twice is once. */
@Component
class Replanned {

    private final ClockRows rows;
    private final Planner planner;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replanned(ClockRows rows, Planner planner, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.planner = planner;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void plan(ClockRow row, Actor by) {
        if (row.isIn("FINISHED")) {
            return;
        }
        var plan = planner.plan(row);
        var now = clock.instant();
        var moved = !Objects.equals(plan.due(), row.due());
        var late = row.isIn("DUE") && plan.due() != null && !plan.due().isAfter(now);
        // who was told that it is late is not told so again while it stays late
        var next = moved && !late ? row.anew(now) : row;
        next = next.by(plan);
        var at = row.isIn("STOPPED")
                ? null
                : planner.next(next, plan).map(Mark::at).orElse(null);
        next = next.dated(plan.goal(), plan.due(), at);
        if (next.equals(row)) {
            return;
        }
        rows.change(next);
        if (moved) {
            if (row.level() != Standing.Level.TASK) {
                audit.record(KeptClocks.entry(by, "clock-replanned", row)
                        .changed(row.due(), plan.due() == null ? "none" : plan.due()));
            }
            events.publishEvent(
                    new ClockMoved(row.caseId(), row.id(), row.due(), plan.due(), row.isIn("STOPPED"), true, by));
        }
    }
}
