package org.konsil.casefile;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The case was closed; nothing moves it any more. */
public class CaseIsOver extends Refusal {

    CaseIsOver(CaseId caseId) {
        super(Kind.CONFLICT, "case-is-over", "Case " + caseId + " is closed", caseId.toString());
    }
}
