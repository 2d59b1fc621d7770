package org.konsil.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;

/** Who holds which right on which case, from when until when. Stage modules write it; {@link Access} reads it. */
public interface Grants {

    /** What a grant lets its holder see. */
    enum As {
        /** The home provider: everything of its own patient, identity included. */
        HOME,
        /** Domestic centre, sponsor, contact point, funding body: the pseudonymised case for its part. */
        DOMESTIC,
        /** The network's dispatcher, coordinator, lead. */
        NETWORK,
        /** A panel member while invited. */
        PANEL
    }

    /** Twice the same is once. Runs in the caller's transaction. */
    void toGroup(CaseId caseId, Group group, As as, @Nullable Instant until);

    void toUser(CaseId caseId, String userId, As as, @Nullable Instant until);

    void revokeUser(CaseId caseId, String userId);

    /** Ends every grant of this kind on the case, at once. */
    void revokeAll(CaseId caseId, As as);

    /** Every grant that the case ever had, oldest first: who could see it, as what, from when until when. */
    List<Held> of(CaseId caseId);

    /** A grant as it was held. {@code holder}: a user id, or a group written role:scope; {@code until} null: no end yet. */
    record Held(
            String holder, As as, Instant from, @Nullable Instant until) {

        public boolean holdsAt(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }
}
