package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The patient's consent does not hold, or does not cover one of the experts. */
public final class ConsentMissing extends Refusal {

    ConsentMissing(CaseId caseId) {
        super(Kind.CONFLICT, "panel-consent-missing", "Consent does not cover the experts, case " + caseId);
    }
}
