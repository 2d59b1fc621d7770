package org.konsil.advice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a member said to the outcome. {@code dissent}: the dissenting opinion, empty otherwise. */
public record Signature(String signer, State state, String dissent, @Nullable Instant signedAt) {

    /** How a member stands to the outcome. */
    public enum State {
        ASKED,
        AGREED,
        DISSENTED,
        /** Did not answer in time; silence is not consent. */
        MISSING
    }
}
