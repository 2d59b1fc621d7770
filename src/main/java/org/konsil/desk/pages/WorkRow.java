package org.konsil.desk.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.worklist.WorkItem;

/**
 * A piece of work as this module's pages show it.
 *
 * @param who its holder, or else to whom it is on offer
 * @param held somebody has it in hand
 * @param since when it was put up
 * @param open the reader may open it
 */
record WorkRow(
        String taskKey,
        String caseId,
        String caseName,
        String name,
        String who,
        boolean held,
        Instant since,
        @Nullable Instant due,
        String clock,
        String urgency,
        String country,
        boolean open) {

    static WorkRow of(WorkItem item, String caseName, Names names, boolean open) {
        var assignee = item.assignee();
        return new WorkRow(
                Long.toString(item.taskKey()),
                item.caseId().toString(),
                caseName,
                item.name(),
                assignee == null ? names.groups(item.candidates()) : names.person(assignee),
                assignee != null,
                item.createdAt(),
                item.due(),
                item.clock().code(),
                item.urgency().code(),
                item.country().code(),
                open);
    }
}
