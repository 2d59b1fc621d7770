package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** A smaller panel needs a second person. */
final class SameCoordinator extends Refusal {

    SameCoordinator(CaseId caseId) {
        super(
                Kind.CONFLICT,
                "panel-same-coordinator",
                "Whoever asked for a smaller panel of case " + caseId + " agreed to it");
    }
}
