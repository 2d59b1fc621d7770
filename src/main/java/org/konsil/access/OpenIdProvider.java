package org.konsil.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** The OpenID provider that signs people in. It is asked for its metadata when they are first needed, so it may be away at the start. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${konsil.sign-in.issuer:}' != ''")
class OpenIdProvider {

    static final String REGISTRATION = "konsil";
    static final String SIGN_IN = "/oauth2/authorization/" + REGISTRATION;

    @Bean
    ClientRegistrationRepository clientRegistrations(SignInSettings settings) {
        return new SupplierClientRegistrationRepository(() -> {
            try {
                return new InMemoryClientRegistrationRepository(registration(settings));
            } catch (RuntimeException e) {
                throw new ProviderAway(e);
            }
        });
    }

    private static ClientRegistration registration(SignInSettings settings) {
        var method = settings.clientSecret().isBlank()
                ? ClientAuthenticationMethod.NONE
                : new ClientAuthenticationMethod(settings.clientAuthentication());
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(method)
                .scope(settings.scopes())
                .build();
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(SignInSettings settings) {
        var factory = new OidcIdTokenDecoderFactory();
        factory.setJwsAlgorithmResolver(client -> algorithm(settings));
        return factory;
    }

    /** A signature by key, or as the small providers do it with the client's secret; never none. */
    private static JwsAlgorithm algorithm(SignInSettings settings) {
        var name = settings.idTokenAlgorithm();
        JwsAlgorithm byKey = SignatureAlgorithm.from(name);
        JwsAlgorithm known = byKey == null ? MacAlgorithm.from(name) : byKey;
        if (known == null) {
            throw new IllegalStateException("konsil.sign-in.id-token-algorithm: no algorithm is called " + name);
        }
        return known;
    }

    /** With client_secret_jwt the secret itself is never sent (OpenID Connect Core, section 9). */
    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(SignInSettings settings) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        if (settings.clientAuthentication().equals(ClientAuthenticationMethod.CLIENT_SECRET_JWT.getValue())) {
            JWK secret = new OctetSequenceKey.Builder(settings.clientSecret().getBytes(StandardCharsets.UTF_8)).build();
            client.addParametersConverter(new NimbusJwtClientAuthenticationParametersConverter<>(one -> secret));
        }
        return client;
    }
}
