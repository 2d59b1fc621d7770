package org.konsil.engine.gateway;

import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose access tokens open the engine's ports.
 *
 * @param issuer of the tokens; empty: none are taken
 * @param keys where its public keys lie; empty: where the issuer's metadata say (OpenID Connect Discovery)
 * @param audience that a token must be meant for, so that one for another API opens nothing here
 * @param claim that lists what the client holds; may lead into nested claims, {@code realm_access.roles}
 * @param roles what a listed value lets its holder do; without any: engine-client:all and owner:all
 */
public record TokenRules(
        @DefaultValue("") String issuer,
        @DefaultValue("") String keys,
        @DefaultValue("konsil-engine") String audience,
        @DefaultValue("groups") String claim,
        @DefaultValue Map<String, Role> roles) {

    public static final TokenRules NONE = new TokenRules("", "", "konsil-engine", "groups", Map.of());

    private static final Map<String, Role> USUAL =
            Map.of("engine-client:all", Role.ENGINE_CLIENT, "owner:all", Role.PROCESS_OWNER);

    public TokenRules {
        roles = roles.isEmpty() ? USUAL : Map.copyOf(roles);
    }

    public boolean given() {
        return !issuer.isBlank();
    }
}
