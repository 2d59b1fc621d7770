package org.konsil.panel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * One expert's part in a panel.
 *
 * @param discipline kebab-case code, as in the directory
 * @param excluded a conflict of interest was found after the answer; the opinion does not count
 * @param disclosed the kinds of conflict that do not exclude, separated by blanks; printed in the outcome
 */
public record Invitation(
        UUID id,
        UUID panelId,
        CaseId caseId,
        String expert,
        String discipline,
        State state,
        boolean excluded,
        String disclosed,
        @Nullable String delegatedTo,
        Instant askedAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable Instant opinionAt) {

    /** What became of an invitation. */
    public enum State {
        INVITED,
        ACCEPTED,
        DECLINED,
        DELEGATED,
        EXPIRED,
        WITHDRAWN,
        /** Dropped out, before or after accepting. */
        UNAVAILABLE
    }

    /** The kinds of conflict of interest that the expert declared. */
    List<String> conflicts() {
        return disclosed.isEmpty() ? List.of() : List.of(disclosed.split(" ", -1));
    }

    boolean isOpen() {
        return state == State.INVITED;
    }

    /** Takes part and counts. */
    public boolean takesPart() {
        return state == State.ACCEPTED && !excluded;
    }

    /** Is asked, or at work without an opinion: another can take the place. */
    public boolean canDropOut() {
        return isOpen() || takesPart() && opinionAt == null;
    }

    /** Gave an opinion that counts. */
    public boolean hasOpinion() {
        return takesPart() && opinionAt != null;
    }

    /** @throws AlreadyAnswered unless it is still open */
    Invitation answered(State answer, String disclosed, @Nullable String delegate, Instant at) {
        if (!isOpen()) {
            throw new AlreadyAnswered(caseId);
        }
        return changed(answer, excluded, disclosed, delegate, sentAt, at, opinionAt);
    }

    Invitation ended(State end, Instant at) {
        return changed(end, excluded, disclosed, delegatedTo, sentAt, at, opinionAt);
    }

    Invitation sent(Instant at) {
        return changed(state, excluded, disclosed, delegatedTo, at, answeredAt, opinionAt);
    }

    Invitation withOpinion(Instant at) {
        return changed(state, excluded, disclosed, delegatedTo, sentAt, answeredAt, at);
    }

    Invitation excludedNow() {
        return changed(state, true, disclosed, delegatedTo, sentAt, answeredAt, opinionAt);
    }

    private Invitation changed(
            State state,
            boolean excluded,
            String disclosed,
            @Nullable String delegatedTo,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable Instant opinionAt) {
        return new Invitation(
                id,
                panelId,
                caseId,
                expert,
                discipline,
                state,
                excluded,
                disclosed,
                delegatedTo,
                askedAt,
                sentAt,
                answeredAt,
                opinionAt);
    }
}
