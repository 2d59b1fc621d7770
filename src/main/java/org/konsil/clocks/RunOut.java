package org.konsil.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.kernel.Actor;
import org.konsil.process.Outbox;
import org.konsil.process.ProcessFilesChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks once a second for clocks that have reached a mark, and tells the process: {@code clock-mark} starts the drawing that tells
 * people, {@code clock-due} goes to whoever waits for the deadline. Several nodes may look; each mark is told once, in the transaction
 * that remembers it.
 */
@Component
class RunOut {

    private static final int AT_ONCE = 100;

    private final ClockRows rows;
    private final Planner planner;
    private final Replanned replanned;
    private final ClockRules rules;
    private final ClockMarks marks;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private volatile boolean otherTable = true;

    RunOut(
            ClockRows rows,
            Planner planner,
            Replanned replanned,
            ClockRules rules,
            ClockMarks marks,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.planner = planner;
        this.replanned = replanned;
        this.rules = rules;
        this.marks = marks;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Another table may be in force; after all others have heard of it, the clocks are planned anew. */
    @EventListener
    @Order
    void on(ProcessFilesChanged event) {
        otherTable = true;
    }

    @Scheduled(fixedDelay = 1_000)
    @Transactional
    public void look() {
        if (otherTable) {
            var others = rows.plannedByOther(rules.version(), AT_ONCE);
            otherTable = !others.isEmpty();
            others.forEach(row -> replanned.plan(row, Actor.SYSTEM));
        }
        var now = clock.instant();
        rows.reached(now, AT_ONCE).forEach(row -> tell(row, now));
    }

    private void tell(ClockRow row, Instant now) {
        var plan = planner.plan(row);
        var open = planner.open(row, plan);
        var reached = open.stream().filter(mark -> !mark.at().isAfter(now)).toList();
        for (var mark : reached) {
            var id = marks.reach(row, mark);
            var overtaken = mark.kind() == Mark.Kind.REMINDER && !mark.equals(reached.getLast());
            if (mark.kind() == Mark.Kind.DEADLINE) {
                outbox.publish(row.caseId(), "clock-due", row.address(), Map.of());
                audit.record(KeptClocks.entry("clock-due", row));
            } else if (!overtaken) {
                outbox.publish(row.caseId(), "clock-mark", id, about(row, mark, id));
            }
        }
        var isDue = reached.stream().anyMatch(mark -> mark.kind() == Mark.Kind.DEADLINE) || row.isIn("DUE");
        var next = open.size() > reached.size() ? open.get(reached.size()).at() : null;
        rows.change(row.as(isDue ? "DUE" : "RUNNING", next));
    }

    private static Map<String, Object> about(ClockRow row, Mark mark, String id) {
        return Map.of(
                "caseId",
                row.caseId().toString(),
                "markId",
                id,
                "tell",
                mark.who().code(),
                "reached",
                mark.kind() == Mark.Kind.REMINDER ? "reminder" : "late");
    }
}
