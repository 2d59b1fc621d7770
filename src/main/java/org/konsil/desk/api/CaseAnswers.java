package org.konsil.desk.api;

import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Registration.Registered;
import org.konsil.desk.dossier.Flags;
import org.konsil.followup.FollowUps;
import org.konsil.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Gathers the answers of the API. */
@Component
class CaseAnswers {

    private final CaseFiles cases;
    private final WorkItems work;
    private final Flags flags;
    private final FollowUps followUps;

    CaseAnswers(CaseFiles cases, WorkItems work, Flags flags, FollowUps followUps) {
        this.cases = cases;
        this.work = work;
        this.flags = flags;
        this.followUps = followUps;
    }

    CaseNow of(CaseSummary about) {
        var raised = flags.of(about);
        var next =
                about.state().isOver() ? null : followUps.next(about.caseId()).orElse(null);
        return CaseNow.of(about, raised.flags(), raised.unknownCodes(), work.open(about.caseId()), next);
    }

    CaseTaken of(Registered registered) {
        return CaseTaken.of(
                registered.again(), cases.summary(registered.caseId()), flags.of(cases.summary(registered.caseId())));
    }
}
