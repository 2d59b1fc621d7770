package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Enough experts have accepted in the meantime, or the panel is over: nothing is left to decide about its size. */
final class NothingToReplace extends Refusal {

    NothingToReplace(CaseId caseId) {
        super(Kind.CONFLICT, "panel-nothing-to-replace", "The panel of case " + caseId + " waits for nobody any more");
    }
}
