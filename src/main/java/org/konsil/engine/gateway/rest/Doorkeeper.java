package org.konsil.engine.gateway.rest;

import org.jspecify.annotations.Nullable;
import org.konsil.engine.gateway.Credentials;

/** Lets in who may make a call. */
record Doorkeeper(Credentials credentials) {

    void admit(Access access, @Nullable String authorization) {
        if (access == Access.ANYBODY) {
            return;
        }
        var client = credentials
                .authenticate(authorization)
                .orElseThrow(() -> new Problem(401, "UNAUTHORIZED", "The engine knows nobody with these credentials"));
        if (!access.allows(client)) {
            throw new Problem(
                    403,
                    "FORBIDDEN",
                    "The client '" + client.name() + "' may deploy and read models, and nothing else");
        }
    }
}
