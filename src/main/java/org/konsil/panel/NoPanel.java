package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The case has no panel yet. */
final class NoPanel extends Refusal {

    NoPanel(CaseId caseId) {
        super(Kind.CONFLICT, "panel-none", "No panel, case " + caseId);
    }
}
