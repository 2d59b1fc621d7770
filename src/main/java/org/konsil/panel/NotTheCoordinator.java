package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Only the coordinator of the network that has the case, or the panel's lead, chooses, reminds and replaces. */
final class NotTheCoordinator extends Refusal {

    NotTheCoordinator(CaseId caseId) {
        super(Kind.FORBIDDEN, "panel-not-the-coordinator", "Neither coordinator nor lead, case " + caseId);
    }
}
