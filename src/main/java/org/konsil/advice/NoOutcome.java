package org.konsil.advice;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** There is no outcome of the case yet. */
public final class NoOutcome extends Refusal {

    NoOutcome(CaseId caseId) {
        super(Kind.UNKNOWN, "advice-none", "No outcome, case " + caseId);
    }
}
