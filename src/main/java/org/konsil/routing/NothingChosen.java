package org.konsil.routing;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** No network has been chosen yet for the case. */
public final class NothingChosen extends Refusal {

    NothingChosen(CaseId caseId) {
        super(Kind.CONFLICT, "routing-nothing-chosen", "No network was chosen for case " + caseId);
    }
}
