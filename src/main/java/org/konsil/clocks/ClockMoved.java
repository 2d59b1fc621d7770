package org.konsil.clocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/**
 * A clock has another date than before, or stands still, or runs on.
 *
 * @param replanned by a change of urgency or of the table, not by a standstill
 */
public record ClockMoved(
        CaseId caseId,
        String clockId,
        @Nullable Instant before,
        @Nullable Instant due,
        boolean stopped,
        boolean replanned,
        Actor by) {}
