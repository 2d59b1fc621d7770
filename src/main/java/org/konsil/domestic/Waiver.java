package org.konsil.domestic;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/**
 * A request to go on without the full evidence; it needs a second person.
 *
 * @param ground urgent, no-centre or not-reasonable
 * @param approved null until it is decided
 */
public record Waiver(
        UUID id,
        CaseId caseId,
        String ground,
        Actor askedBy,
        Instant askedAt,
        @Nullable Boolean approved,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt) {

    static Waiver ask(CaseId caseId, String ground, Actor by, Instant at) {
        return new Waiver(UUID.randomUUID(), caseId, ground, by, at, null, null, null);
    }

    /** @throws SamePerson if whoever asked decides */
    Waiver decide(boolean approve, Actor by, Instant at) {
        if (by.equals(askedBy)) {
            throw new SamePerson();
        }
        return new Waiver(id, caseId, ground, askedBy, askedAt, approve, by, at);
    }

    public boolean isApproved() {
        return Boolean.TRUE.equals(approved);
    }
}
