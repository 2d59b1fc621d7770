package org.konsil.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;

/**
 * Who stands how to which case, from when until when. Stage modules write it; {@link Access} reads it. All verbs run in the
 * caller's transaction, and twice the same is once.
 */
public interface Grants {

    /** As what a holder was let in. */
    enum As {
        /** The home provider's own people. */
        HOME,
        /** Domestic centre, contact point, sponsor: the pseudonymised case for its part. */
        DOMESTIC,
        /** The dispatcher and coordinator of the network that has the case. */
        NETWORK,
        /** The coordinator of a network that helps. */
        CO_NETWORK,
        /** The panel's lead, as long as the panel works. */
        LEAD,
        /** An expert who was asked and has not accepted. */
        INVITED,
        /** An expert who takes part. */
        PANEL,
        /** The competent institution, while it decides. */
        FUNDING,
        /** The network as controller, asked to deal with its copy; with or without consent. */
        CONTROLLER,
        /** Somebody who opened the case with a reason. */
        REASON,
        /** Was let in by a consent that has run out, and waits for its renewal. */
        WAITING;

        /** Those that end together with this one. */
        Set<As> withIt() {
            return switch (this) {
                case NETWORK -> EnumSet.of(NETWORK, CO_NETWORK, LEAD);
                case PANEL -> EnumSet.of(PANEL, INVITED, LEAD);
                default -> EnumSet.of(this);
            };
        }
    }

    /** A grant that holds now. */
    record Standing(String holder, As as) {}

    /** Lets a group of the home provider in. */
    void toHome(CaseId caseId, Group group);

    /** Lets the people of another controller deal with its own copy, as law asks them to. */
    void toController(CaseId caseId, Group group);

    /** Lets a group in from outside, as long as the consent says. */
    void share(Agreed agreed, Group group, As as);

    /** Lets a person in from outside, as long as the consent says. */
    void share(Agreed agreed, String userId, As as);

    /** Lets somebody in who gave a reason, for a while. */
    void withReason(CaseId caseId, String userId, Instant until);

    /** Ends one grant, held back or not. */
    void revoke(CaseId caseId, Standing held);

    /** Ends one grant because a newer consent does not cover its holder, until one does, or until the holder's part is over. */
    void holdBack(CaseId caseId, Standing held);

    /** Whoever a newer consent does not cover, and whose part is not over. */
    List<Standing> heldBack(CaseId caseId);

    /** Lets in again who was held back. */
    void giveBack(Agreed agreed, Standing held);

    /** Lets one grant hold until then and no longer. */
    void limit(CaseId caseId, Standing held, Instant until);

    /** Ends every grant of this kind on the case, held back or not, at once; with {@code NETWORK} and {@code PANEL} go those who belong to them. */
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

    /** What holds now. */
    List<Standing> held(CaseId caseId);

    /** Whoever was let in until then, by a consent that ended then, is told from now on that the case waits for its renewal. */
    void letWait(CaseId caseId, Instant ended);

    /** Whether others wait for the renewal of the consent. */
    boolean isWaiting(CaseId caseId);

    /** A consent that ran out, or would, was renewed: who was let in until then is let in until the new end. */
    void renew(Agreed agreed, Instant until);
}
