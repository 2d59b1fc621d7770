package org.konsil.telling;

import java.util.UUID;
import org.konsil.kernel.CaseId;

/** Where several people may write at once. */
sealed interface Desk {

    /** The form of a task. */
    record OfTask(long key) implements Desk {}

    /** The minutes of a case in a session. */
    record OfMinutes(UUID session, CaseId caseId) implements Desk {}
}
