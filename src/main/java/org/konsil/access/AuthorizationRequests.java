package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What the provider is asked: always with PKCE (S256), state and nonce, and for a stronger sign-in where an act needs one. */
class AuthorizationRequests implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver plain;
    private final SignInSettings settings;

    AuthorizationRequests(ClientRegistrationRepository clients, SignInSettings settings) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(all -> all.putAll(settings.parameters()))));
        this.plain = resolver;
        this.settings = settings;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, plain.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return asked(request, plain.resolve(request, registrationId));
    }

    private @Nullable OAuth2AuthorizationRequest asked(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest plainly) {
        if (plainly == null || !SignInAgain.isAsked(request.getSession(false))) {
            return plainly;
        }
        var rule = settings.stepUp();
        return OAuth2AuthorizationRequest.from(plainly)
                .additionalParameters(all -> {
                    all.put("max_age", Long.toString(rule.maxAge().toSeconds()));
                    if (!rule.acrValues().isEmpty()) {
                        all.put("acr_values", String.join(" ", rule.acrValues()));
                    }
                })
                .build();
    }
}
