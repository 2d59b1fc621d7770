package org.konsil.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** An access token for this API, still valid: for this audience, with an end, and nothing that was meant for another purpose. */
record AccessTokenRules(String audience) implements OAuth2TokenValidator<Jwt> {

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    /** Only ID tokens have these; one must not open the API. */
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");
    /** Keycloak's word for what a token is. */
    private static final Set<String> BEARER = Set.of("Bearer");

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (token.getExpiresAt() == null) {
            return refused("It has no end");
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            return refused("It is meant for another audience");
        }
        var type = token.getHeaders().get("typ");
        if (type != null && !TYPES.contains(type.toString().toLowerCase(Locale.ROOT))) {
            return refused("It is no access token");
        }
        var use = token.getClaims().get("typ");
        if (OF_ID_TOKENS.stream().anyMatch(token::hasClaim) || use != null && !BEARER.contains(use.toString())) {
            return refused("It is no access token");
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
