package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Only who was invited may do this. */
final class NotInvited extends Refusal {

    NotInvited(CaseId caseId) {
        super(Kind.FORBIDDEN, "panel-not-invited", "Not invited, case " + caseId);
    }
}
