package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/** For providers that do not take the secret in plain text, as EU Login. */
class CodeExchangeTests {

    private static final String SECRET = "a secret of the tests, of 32 bytes or more";

    @Test
    void withClientSecretJwtTheSecretSignsAndIsNotSent() throws Exception {
        var sent = new AtomicReference<String>("");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", call -> {
            sent.set(URLDecoder.decode(
                            new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                            StandardCharsets.UTF_8)
                    + call.getRequestHeaders().get("Authorization"));
            var answer = "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}".getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort();

            new OpenIdProvider().codeExchange(settings()).getTokenResponse(code(address));

            var assertion = SignedJWT.parse(sent.get().replaceFirst(".*client_assertion=([^&]+?)(&.*|null)$", "$1"));
            assertThat(assertion.verify(new MACVerifier(SECRET))).isTrue();
            assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("konsil");
            assertThat(sent.get()).endsWith("null").doesNotContain("client_secret=", SECRET);
        } finally {
            server.stop(0);
        }
    }

    private static SignInSettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "konsil.sign-in.client-secret",
                        SECRET,
                        "konsil.sign-in.client-authentication",
                        "client_secret_jwt")))
                .bindOrCreate("konsil.sign-in", SignInSettings.class);
    }

    private static OAuth2AuthorizationCodeGrantRequest code(String address) {
        var client = ClientRegistration.withRegistrationId("konsil")
                .clientId("konsil")
                .clientSecret(SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address + "/back")
                .authorizationUri(address + "/authorize")
                .tokenUri(address + "/token")
                .build();
        var asked = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("konsil")
                .authorizationUri(address + "/authorize")
                .redirectUri(address + "/back")
                .state("s")
                .build();
        var answered = OAuth2AuthorizationResponse.success("code")
                .redirectUri(address + "/back")
                .state("s")
                .build();
        return new OAuth2AuthorizationCodeGrantRequest(client, new OAuth2AuthorizationExchange(asked, answered));
    }
}
