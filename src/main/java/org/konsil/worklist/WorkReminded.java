package org.konsil.worklist;

import java.util.List;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/**
 * Somebody reminded those who have a task, in the transaction that says so: for whoever tells people.
 *
 * @param to user ids, or groups written role:scope where nobody has it in hand
 * @param reserved it is for one person alone: nobody stands in
 */
public record WorkReminded(CaseId caseId, long taskKey, List<String> to, boolean reserved, Actor by) {

    public WorkReminded {
        to = List.copyOf(to);
    }
}
