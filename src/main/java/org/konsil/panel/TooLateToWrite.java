package org.konsil.panel;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Somebody of the panel writes after it has closed, or after they have left it. */
final class TooLateToWrite extends Refusal {

    private TooLateToWrite(String code, CaseId caseId) {
        super(Kind.CONFLICT, code, code + ", case " + caseId);
    }

    /** The panel's work is over. */
    static TooLateToWrite closed(CaseId caseId) {
        return new TooLateToWrite("panel-thread-closed", caseId);
    }

    /** The panel works on without them. */
    static TooLateToWrite left(CaseId caseId) {
        return new TooLateToWrite("panel-left", caseId);
    }
}
