package org.konsil.worklist;

import org.konsil.kernel.Refusal;

/** That somebody is away is not taken. */
public final class AwayRefused extends Refusal {

    private AwayRefused(Kind kind, String code) {
        super(kind, code, code);
    }

    /** The days lie in the past, are the wrong way round, or more than two years. */
    static AwayRefused days() {
        return new AwayRefused(Kind.INVALID, "away-days");
    }

    /** The deputy is nobody else of the same group. */
    static AwayRefused deputy() {
        return new AwayRefused(Kind.INVALID, "away-deputy");
    }

    /** Neither oneself nor somebody of a network that one coordinates; or there is nothing of the kind. */
    static AwayRefused notYours() {
        return new AwayRefused(Kind.UNKNOWN, "away-unknown");
    }
}
