package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Nobody is reminded twice within a day. */
final class RemindedAlready extends Refusal {

    RemindedAlready(CaseId caseId) {
        super(Kind.CONFLICT, "panel-reminded-already", "Reminded within a day, case " + caseId);
    }
}
