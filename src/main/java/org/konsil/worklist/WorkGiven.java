package org.konsil.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * Work was put up, came into somebody's hands, or was put back, in the transaction that did it.
 *
 * @param assignee whose it is now; null while it is on offer
 * @param candidates groups and users who may take it
 * @param reserved it is for the assignee alone: nobody stands in
 */
public record WorkGiven(
        CaseId caseId, long taskKey, @Nullable String assignee, List<String> candidates, boolean reserved) {

    public WorkGiven {
        candidates = List.copyOf(candidates);
    }

    /** Nobody needs to do it any more: it was done, or the process took it back. */
    public record Ended(long taskKey) {}
}
