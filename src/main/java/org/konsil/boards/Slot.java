package org.konsil.boards;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * A case on the agenda of a session.
 *
 * @param place from 1
 * @param sessionId where the panel keeps the minutes; null until there are any
 */
record Slot(
        UUID meetingId,
        CaseId caseId,
        int place,
        State state,
        @Nullable UUID sessionId) {

    /** Where a case stands in the running order. */
    enum State {
        WAITING,
        /** Is spoken about now. */
        NOW,
        /** Its minutes are kept. */
        DONE
    }

    public boolean isDone() {
        return state == State.DONE;
    }
}
