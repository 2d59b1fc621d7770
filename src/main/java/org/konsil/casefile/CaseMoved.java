package org.konsil.casefile;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Stage;

/** A case is in another stage or state than before. */
public record CaseMoved(CaseId caseId, Stage stage, CaseState state) {

    public boolean isOver() {
        return state.isOver();
    }
}
