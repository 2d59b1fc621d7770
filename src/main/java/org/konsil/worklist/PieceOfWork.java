package org.konsil.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Stage;

/**
 * Open work as it is counted: of which case it is nobody can tell from it.
 *
 * @param network its id; empty where none is chosen yet
 * @param assignee who has it in hand
 * @param due null where it has no date
 * @param stopped its clock stands still
 */
public record PieceOfWork(
        Stage stage,
        String network,
        String country,
        @Nullable String assignee,
        Instant createdAt,
        @Nullable Instant due,
        boolean stopped) {

    /** Its clock runs, and its date has come. */
    public boolean isLate(Instant now) {
        return !stopped && due != null && !due.isAfter(now);
    }
}
