package org.konsil.desk.api;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.konsil.access.Grants;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Registration.Registered;
import org.konsil.clocks.Clocks;
import org.konsil.clocks.Standing;
import org.konsil.desk.dossier.Flags;
import org.konsil.desk.dossier.Opened;
import org.konsil.desk.dossier.OtherCases;
import org.konsil.followup.FollowUps;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Right;
import org.konsil.worklist.ClockState;
import org.konsil.worklist.WorkItem;
import org.konsil.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Gathers the answers of the API. */
@Component
class CaseAnswers {

    private final CaseFiles cases;
    private final WorkItems work;
    private final Flags flags;
    private final FollowUps followUps;
    private final OtherCases others;
    private final Grants grants;
    private final Clocks clocks;
    private final Clock clock;

    CaseAnswers(
            CaseFiles cases,
            WorkItems work,
            Flags flags,
            FollowUps followUps,
            OtherCases others,
            Grants grants,
            Clocks clocks,
            Clock clock) {
        this.cases = cases;
        this.work = work;
        this.flags = flags;
        this.followUps = followUps;
        this.others = others;
        this.grants = grants;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What the reader may know; flags tell of the clinical content, so they are for those who may read that. */
    CaseNow of(Opened opened) {
        var open = work.open(opened.caseId(), opened.reader());
        var linked = others.of(opened).stream()
                .map(it -> new CaseNow.Linked(it.caseId().toString(), it.how()))
                .toList();
        return of(opened.about(), opened.may(Right.READ_CLINICAL), open, linked);
    }

    private CaseNow of(CaseSummary about, boolean clinical, List<WorkItem> open, List<CaseNow.Linked> linked) {
        var raised = clinical ? flags.of(about) : new Flags.Raised(List.of(), List.of());
        var next = about.state() == CaseState.FOLLOW_UP
                ? followUps.next(about.caseId()).orElse(null)
                : null;
        return CaseNow.of(
                about, raised, grants.isWaiting(about.caseId()), goals(about.caseId(), open), open, linked, next);
    }

    /** Of the clocks that run or stand still; those of tasks only where the reader may see the task. */
    private List<CaseNow.Goal> goals(CaseId caseId, List<WorkItem> open) {
        var seen = open.stream().map(WorkItem::clockId).filter(Objects::nonNull).collect(Collectors.toSet());
        return clocks.of(caseId).stream()
                .filter(running -> running.level() != Standing.Level.TASK || seen.contains(running.id()))
                .map(running -> CaseNow.Goal.of(running, state(running)))
                .toList();
    }

    private String state(Standing running) {
        return running.state() == Standing.State.STOPPED
                ? ClockState.STOPPED.code()
                : ClockState.of(running.due(), clock.instant()).code();
    }

    CaseTaken of(Registered registered) {
        return CaseTaken.of(
                registered.again(), cases.summary(registered.caseId()), flags.of(cases.summary(registered.caseId())));
    }
}
