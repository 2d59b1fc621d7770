package org.konsil.telling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** Something that is new for one person. */
record NewsItem(
        long id,
        String person,
        Kind kind,
        CaseId caseId,
        @Nullable Long taskKey,
        Instant at,
        @Nullable Instant readAt) {

    /** Where to look: the task where there is one to do, else the case. */
    String address() {
        return taskKey != null ? "/tasks/" + taskKey : "/cases/" + caseId;
    }
}
