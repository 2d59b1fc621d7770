package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Only those who work on the panel read and write its discussion. */
final class NotThePanel extends Refusal {

    NotThePanel(CaseId caseId) {
        super(Kind.FORBIDDEN, "panel-not-the-panel", "Not of the panel, case " + caseId);
    }
}
