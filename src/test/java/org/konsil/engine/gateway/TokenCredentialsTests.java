package org.konsil.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenCredentialsTests {

    static RSAKey key;
    static HttpServer server;
    static String issuer;
    static Credentials credentials;

    @BeforeAll
    static void anIssuer() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        credentials = TokenCredentials.by(new TokenRules(issuer, "", "konsil-engine", "realm_access.roles", Map.of()));
    }

    @AfterAll
    static void end() {
        server.stop(0);
    }

    private static void answer(String path, String json) {
        server.createContext(path, call -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
    }

    private static JWTClaimsSet.Builder claims(String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("konsil-engine")
                .subject("worker")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey by) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("one")
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(by));
        return "Bearer " + token.serialize();
    }

    @Test
    void aTokenSaysWhoCallsAndWhatTheyMayDo() throws Exception {
        assertThat(credentials.authenticate(signed(claims("engine-client:all", "offline_access"), key)))
                .contains(new Client("worker", Set.of(Role.ENGINE_CLIENT)));
        assertThat(credentials.authenticate(signed(claims("owner:all"), key)))
                .contains(new Client("worker", Set.of(Role.PROCESS_OWNER)));
    }

    @Test
    void whatIsNotAValidTokenForTheEngineOpensNothing() throws Exception {
        var role = "engine-client:all";
        var past = Date.from(Instant.now().minusSeconds(120));
        var later = Date.from(Instant.now().plusSeconds(120));
        var stranger = new RSAKeyGenerator(2048).keyID("one").generate();
        for (var header : new String[] {
            signed(claims(), key),
            signed(claims("owner:no"), key),
            signed(claims(role).audience("konsil-api"), key),
            signed(claims(role).issuer("http://elsewhere.example"), key),
            signed(claims(role).expirationTime(past), key),
            signed(claims(role).expirationTime(null), key),
            signed(claims(role).notBeforeTime(later), key),
            signed(claims(role).claim("nonce", "of an ID token"), key),
            signed(claims(role), stranger),
            "Bearer " + new PlainJWT(claims(role).build()).serialize(),
            "Bearer a.b.c",
            "Bearer secret",
            null
        }) {
            assertThat(credentials.authenticate(header)).isEmpty();
        }
    }

    @Test
    void secretsAndTokensGoSideBySide() throws Exception {
        var secret =
                new EngineCredentials.Secret("modeler", EngineCredentials.hash("s3cret"), Set.of(Role.PROCESS_OWNER));
        var both = EngineCredentials.of(List.of(secret)).or(credentials);

        assertThat(both.authenticate("Bearer s3cret").orElseThrow().name()).isEqualTo("modeler");
        assertThat(both.authenticate(signed(claims("owner:all"), key))
                        .orElseThrow()
                        .name())
                .isEqualTo("worker");
    }
}
