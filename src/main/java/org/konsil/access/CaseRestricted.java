package org.konsil.access;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The patient had the use of the case restricted (GDPR Art. 18): it is kept, and nothing else is done with it. */
public class CaseRestricted extends Refusal {

    public CaseRestricted(CaseId caseId) {
        super(Kind.CONFLICT, "case-restricted", "The use of case " + caseId + " is restricted");
    }
}
