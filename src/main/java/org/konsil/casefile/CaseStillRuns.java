package org.konsil.casefile;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Only what is over can be erased. */
public class CaseStillRuns extends Refusal {

    CaseStillRuns(CaseId caseId) {
        super(Kind.CONFLICT, "case-still-runs", "Case " + caseId + " is not over");
    }
}
