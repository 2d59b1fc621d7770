package org.konsil.access;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The consent has run out and the patient is asked to renew it: until then nobody outside the home provider works on the case. */
public class ConsentAwaited extends Refusal {

    public ConsentAwaited(CaseId caseId) {
        super(Kind.CONFLICT, "consent-awaited", "Case " + caseId + " waits for the renewal of its consent");
    }
}
