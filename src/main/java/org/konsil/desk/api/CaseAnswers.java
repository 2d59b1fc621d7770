package org.konsil.desk.api;

import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Registration.Registered;
import org.konsil.desk.dossier.Flags;
import org.konsil.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Gathers the answers of the API. */
@Component
class CaseAnswers {

    private final CaseFiles cases;
    private final WorkItems work;
    private final Flags flags;

    CaseAnswers(CaseFiles cases, WorkItems work, Flags flags) {
        this.cases = cases;
        this.work = work;
        this.flags = flags;
    }

    CaseNow of(CaseSummary about) {
        var raised = flags.of(about);
        return CaseNow.of(about, raised.flags(), raised.unknownCodes(), work.open(about.caseId()));
    }

    CaseTaken of(Registered registered) {
        return CaseTaken.of(
                registered.again(), cases.summary(registered.caseId()), flags.of(cases.summary(registered.caseId())));
    }
}
