package org.konsil.clocks;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
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

    /** A clock that information is awaited by stops those that wait for it; one that waits stops where it is awaited already. */
    void begun(ClockRow row) {
        var information = information(row, cases.summary(row.caseId()));
        if (information == ClockRule.Information.AWAITED
                || (information == ClockRule.Information.WAITS && isAnythingAwaited(row.caseId()))) {
            await(row.caseId());
        }
    }

    /** One entry of the history, however many clocks it stops. */
    void await(CaseId caseId) {
        var about = cases.summary(caseId);
        said(
                "clock-stopped",
                caseId,
                rows.open(caseId).stream()
                        .filter(row -> information(row, about) == ClockRule.Information.WAITS)
                        .flatMap(row -> rows.lock(row.id()).stream())
                        .filter(this::halt)
                        .toList());
    }

    private void goOn(CaseId caseId) {
        said(
                "clock-resumed",
                caseId,
                rows.open(caseId).stream()
                        .flatMap(row -> rows.lock(row.id()).stream())
                        .filter(this::run)
                        .toList());
    }

    void goOnUnlessAwaited(CaseId caseId) {
        if (!isAnythingAwaited(caseId)) {
            goOn(caseId);
        }
    }

    private boolean isAnythingAwaited(CaseId caseId) {
        var about = cases.summary(caseId);
        return rows.open(caseId).stream().anyMatch(row -> information(row, about) == ClockRule.Information.AWAITED);
    }

    boolean isAwaited(ClockRow row) {
        return information(row, cases.summary(row.caseId())) == ClockRule.Information.AWAITED;
    }

    void stop(ClockRow row) {
        if (halt(row)) {
            said("clock-stopped", row.caseId(), List.of(row));
        }
    }

    void resume(ClockRow row) {
        if (run(row)) {
            said("clock-resumed", row.caseId(), List.of(row));
        }
    }

    private boolean halt(ClockRow row) {
        if (!row.isIn("RUNNING")) {
            return false;
        }
        pauses.begin(row.id(), clock.instant());
        changed(row, row.as("STOPPED", null));
        return true;
    }

    private boolean run(ClockRow row) {
        if (!row.isIn("STOPPED")) {
            return false;
        }
        pauses.end(row.id(), clock.instant());
        var running = row.as("RUNNING", null);
        var plan = planner.plan(running);
        var next = planner.next(running, plan).map(Mark::at).orElse(null);
        changed(row, running.dated(plan.goal(), plan.due(), next));
        return true;
    }

    private void said(String action, CaseId caseId, List<ClockRow> clocks) {
        if (!clocks.isEmpty()) {
            audit.record(Entry.done(Actor.SYSTEM, action, caseId)
                    .with("step", clocks.stream().map(ClockRow::step).distinct().collect(Collectors.joining(" "))));
        }
    }

    private ClockRule.@Nullable Information information(ClockRow row, CaseSummary about) {
        return planner.rule(row, about).map(ClockRule::information).orElse(null);
    }

    private void changed(ClockRow before, ClockRow row) {
        rows.change(row);
        events.publishEvent(new ClockMoved(
                row.caseId(), row.id(), before.due(), row.due(), row.isIn("STOPPED"), false, Actor.SYSTEM));
    }
}
