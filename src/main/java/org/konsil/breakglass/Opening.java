package org.konsil.breakglass;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * A case that somebody opened with a reason.
 *
 * @param reason as written; empty once the home provider's key was destroyed
 * @param endedBy who ended it before its time; null if nobody did
 */
record Opening(
        UUID id,
        CaseId caseId,
        String by,
        String reason,
        Instant at,
        Instant until,
        @Nullable String endedBy) {

    boolean lastsAt(Instant moment) {
        return moment.isBefore(until);
    }
}
