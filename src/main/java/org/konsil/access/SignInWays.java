package org.konsil.access;

/**
 * The ways in.
 *
 * @param passwords of accounts that are kept here: in the demonstration only
 * @param provider people sign in at an OpenID provider
 * @param tokens programs may bring bearer tokens
 */
record SignInWays(boolean passwords, boolean provider, boolean tokens) {

    /** @throws SignInMissing if there would be none for people */
    static SignInWays of(SignInSettings settings, boolean demo) {
        if (!demo && !settings.hasProvider()) {
            throw new SignInMissing();
        }
        return new SignInWays(demo, settings.hasProvider(), settings.takesTokens());
    }
}
