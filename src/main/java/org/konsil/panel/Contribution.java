package org.konsil.panel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;

/** The part of a network that helps the panel of another. */
public record Contribution(
        UUID id,
        UUID panelId,
        CaseId caseId,
        NetworkId network,
        State state,
        @Nullable Instant askedAt,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    public enum State {
        /** Chosen; asked when the invitations go out. */
        WANTED,
        /** Its coordinator sees the case and may propose experts. */
        ASKED,
        /** It has proposed experts. */
        CONTRIBUTES,
        /** It has said no. */
        DECLINED,
        /** It did not answer in time, or the consent did not cover it any more. */
        RELEASED,
        /** Its part is over with the panel. */
        ENDED
    }

    /** It may still propose somebody. */
    public boolean isPending() {
        return state == State.WANTED || state == State.ASKED;
    }

    /** It has a part in the panel. */
    public boolean isOn() {
        return isPending() || state == State.CONTRIBUTES;
    }

    /** @throws AlreadyAnswered unless it is asked and has not answered */
    Contribution answered(State answer, @Nullable Instant end) {
        if (state != State.ASKED) {
            throw new AlreadyAnswered(caseId);
        }
        return new Contribution(id, panelId, caseId, network, answer, askedAt, end);
    }

    Contribution asked(Instant at) {
        return new Contribution(id, panelId, caseId, network, State.ASKED, at, null);
    }

    Contribution over(State end, Instant at) {
        return new Contribution(id, panelId, caseId, network, end, askedAt, at);
    }
}
