package org.konsil.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks, at the moment of an act that binds, for a sign-in that is strong and fresh enough. */
public interface StepUp {

    /**
     * What the act was allowed on.
     *
     * @param acr the authentication context class, if the provider names one
     * @param at when the person proved who they are
     */
    record Proof(@Nullable String acr, Instant at) {}

    /**
     * Looks at the present request's sign-in.
     *
     * @return empty if completing this form asks for nothing more than being signed in
     * @throws StrongerSignIn if it must be repeated first, or be a stronger one
     */
    Optional<Proof> require(String formId);
}
