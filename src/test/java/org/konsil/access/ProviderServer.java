package org.konsil.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The provider's inside. A browser says in a header who sits before it, instead of a password. */
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class ProviderServer {

    static final String WHO = "X-Who";

    @Bean
    SecurityFilterChain all(HttpSecurity http) throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, it -> it.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new WhoSitsThere(), SecurityContextHolderFilter.class)
                .build();
    }

    private static class WhoSitsThere extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws jakarta.servlet.ServletException, java.io.IOException {
            var who = request.getHeader(WHO);
            if (who != null) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
                SecurityContextHolder.setContext(context);
            }
            chain.doFilter(request, response);
        }
    }

    /** The address to come back to is known only when the application has started. */
    @Bean
    RegisteredClientRepository clients(Provider provider) {
        var modeler = RegisteredClient.withId("modeler")
                .clientId("modeler")
                .clientSecret("{noop}" + Provider.SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
        return new RegisteredClientRepository() {
            private final RegisteredClientRepository machines = new InMemoryRegisteredClientRepository(modeler);

            @Override
            public void save(RegisteredClient client) {
                // it would keep the secret better hashed
            }

            @Override
            public @Nullable RegisteredClient findById(String id) {
                return findByClientId(id);
            }

            @Override
            public @Nullable RegisteredClient findByClientId(String id) {
                return id.equals(Provider.CLIENT) ? konsil(provider) : machines.findByClientId(id);
            }
        };
    }

    private static RegisteredClient konsil(Provider provider) {
        return RegisteredClient.withId(Provider.CLIENT)
                .clientId(Provider.CLIENT)
                .clientSecret("{noop}" + Provider.SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(provider.application + "/login/oauth2/code/konsil")
                .postLogoutRedirectUri(provider.application + "/sign-in")
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .build())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(Provider provider) {
        return new ImmutableJWKSet<>(new JWKSet(provider.key));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Provider provider) {
        return context -> {
            var claims = context.getClaims();
            provider.people
                    .getOrDefault(context.getPrincipal().getName(), Map.of())
                    .forEach(claims::claim);
            if (context.getTokenType().getValue().equals("access_token")) {
                claims.audience(List.of(Provider.AUDIENCE));
                claims.claim("client_id", context.getRegisteredClient().getClientId());
                return;
            }
            var asked = Objects.requireNonNull(Objects.requireNonNull(context.getAuthorization())
                    .<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()));
            var more = asked.getAdditionalParameters();
            var askedAgain = more.containsKey("max_age");
            claims.claim("sid", "sid-of-" + context.getPrincipal().getName());
            claims.claim(
                    "auth_time",
                    Instant.now().minusSeconds(askedAgain ? 0 : 3600).getEpochSecond());
            claims.claim("acr", provider.secondFactor && more.get("acr_values") != null ? more.get("acr_values") : "0");
            if (provider.answersWithAnotherNonce) {
                claims.claim("nonce", "another");
            }
        };
    }
}
