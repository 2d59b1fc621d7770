package org.konsil.access;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What makes a token one for signing out, and for us (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
record LogoutTokenRules(String clientId) implements OAuth2TokenValidator<Jwt> {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<String> TYPES = Set.of("jwt", "logout+jwt", "application/logout+jwt");

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var type = token.getHeaders().get("typ");
        var fits = (type == null || TYPES.contains(type.toString().toLowerCase(Locale.ROOT)))
                && token.getAudience() != null
                && token.getAudience().contains(clientId)
                && token.getIssuedAt() != null
                && token.getId() != null
                && (token.getSubject() != null || token.hasClaim("sid"))
                && !token.hasClaim("nonce")
                && token.getClaims().get("events") instanceof Map<?, ?> events
                && events.get(EVENT) instanceof Map<?, ?>;
        return fits
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_request", "It is no logout token for this client", null));
    }
}
