package org.konsil.clocks;

import java.time.Clock;
import org.konsil.audit.Audit;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets clocks stand still while information is awaited. What the table says decides which ones wait, and which step is waited for. */
@Component
class Standstills {

    private final ClockRows rows;
    private final Pauses pauses;
    private final Planner planner;
    private final CaseFiles cases;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Standstills(
            ClockRows rows,
            Pauses pauses,
            Planner planner,
            CaseFiles cases,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.pauses = pauses;
        this.planner = planner;
        this.cases = cases;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void await(CaseId caseId) {
        rows.open(caseId).stream()
                .filter(row -> is(row, ClockRule.Information.WAITS))
                .forEach(row -> rows.lock(row.id()).ifPresent(this::stop));
    }

    void goOn(CaseId caseId) {
        rows.open(caseId).forEach(row -> rows.lock(row.id()).ifPresent(this::resume));
    }

    void goOnUnlessAwaited(CaseId caseId) {
        if (rows.open(caseId).stream().noneMatch(this::isAwaited)) {
            goOn(caseId);
        }
    }

    boolean isAwaited(ClockRow row) {
        return is(row, ClockRule.Information.AWAITED);
    }

    void stop(ClockRow row) {
        if (row.isIn("RUNNING")) {
            pauses.begin(row.id(), clock.instant());
            changed(row, row.as("STOPPED", null), "clock-stopped");
        }
    }

    void resume(ClockRow row) {
        if (row.isIn("STOPPED")) {
            pauses.end(row.id(), clock.instant());
            var running = row.as("RUNNING", null);
            var plan = planner.plan(running);
            var next = planner.next(running, plan).map(Mark::at).orElse(null);
            changed(row, running.dated(plan.goal(), plan.due(), next), "clock-resumed");
        }
    }

    private boolean is(ClockRow row, ClockRule.Information what) {
        return planner.rule(row, cases.summary(row.caseId()))
                .filter(rule -> rule.information() == what)
                .isPresent();
    }

    /** A task's clock says it with its task; those of stages and steps stand in the history. */
    private void changed(ClockRow before, ClockRow row, String action) {
        rows.change(row);
        events.publishEvent(new ClockMoved(
                row.caseId(), row.id(), before.due(), row.due(), row.isIn("STOPPED"), false, Actor.SYSTEM));
        var entry = KeptClocks.entry(action, row);
        audit.record(row.due() == null || row.isIn("STOPPED") ? entry : entry.with("due", row.due()));
    }
}
