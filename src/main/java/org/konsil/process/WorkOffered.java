package org.konsil.process;

import java.util.List;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Stage;

/** Work on a case is on offer to these groups, in the transaction that puts it up: whoever is asked may have to see the case for it. */
public record WorkOffered(CaseId caseId, Stage stage, List<String> candidates) {

    public WorkOffered {
        candidates = List.copyOf(candidates);
    }

    /** Somebody could be asked now who could not before: open work of the case is to be offered once more. */
    public record Again(CaseId caseId) {}
}
