package org.konsil.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * A row of the outbox.
 *
 * @param name of the message; null for a task
 * @param taskKey 0 for a message
 * @param variables JSON that passed the guard
 * @param attempts how often it was taken to be sent, this time included
 * @param writtenAt when what it tells was decided
 */
record Letter(
        long id,
        CaseId caseId,
        Kind kind,
        @Nullable String name,
        @Nullable String correlationKey,
        long taskKey,
        String variables,
        int attempts,
        Instant writtenAt) {

    /** Not in the outbox yet. */
    static Letter of(
            CaseId caseId,
            Kind kind,
            @Nullable String name,
            @Nullable String correlationKey,
            long taskKey,
            String variables) {
        return new Letter(0, caseId, kind, name, correlationKey, taskKey, variables, 0, Instant.EPOCH);
    }

    enum Kind {
        START,
        RESTART,
        MESSAGE,
        TASK
    }

    /** What came of sending it. */
    enum Fate {
        /** The engine has it, now or since an earlier attempt. */
        SENT,
        /** The task is not ready for it, or the engine is busy. */
        LATER,
        /** Nobody answers. */
        AWAY,
        /** The task is gone: a cancellation was faster. */
        SUPERSEDED,
        /** The engine will never take it. */
        REFUSED
    }
}
