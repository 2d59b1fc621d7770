package org.konsil.access;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** There is no such case, or not for this reader. */
public class UnknownCase extends Refusal {

    public UnknownCase(CaseId caseId) {
        super(Kind.UNKNOWN, "unknown-case", "No case " + caseId, caseId.toString());
    }
}
