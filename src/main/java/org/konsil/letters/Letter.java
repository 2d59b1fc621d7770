package org.konsil.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * One version of the letter to a patient.
 *
 * @param number counts from 1 for each case
 * @param language BCP 47
 * @param templateVersion which version of the language's template it was written by
 * @param outcomeVersion the outcome that it tells of
 * @param interpreter whether somebody interprets when it is handed over
 */
public record Letter(
        UUID id,
        CaseId caseId,
        int number,
        State state,
        String language,
        int templateVersion,
        int outcomeVersion,
        Addressee addressee,
        boolean interpreter,
        String writtenBy,
        Instant writtenAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {

    /** Where a letter stands. */
    public enum State {
        DRAFT,
        RELEASED,
        /** Was written anew before it was released, or its advice must not be relied on any more. */
        REPLACED
    }

    Letter released(String by, Instant at) {
        return new Letter(
                id,
                caseId,
                number,
                State.RELEASED,
                language,
                templateVersion,
                outcomeVersion,
                addressee,
                interpreter,
                writtenBy,
                writtenAt,
                by,
                at);
    }

    public boolean isReleased() {
        return state == State.RELEASED;
    }
}
