package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The invitation was answered, expired or withdrawn before. */
final class AlreadyAnswered extends Refusal {

    AlreadyAnswered(CaseId caseId) {
        super(Kind.CONFLICT, "panel-already-answered", "Invitation answered before, case " + caseId);
    }
}
