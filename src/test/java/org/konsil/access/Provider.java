package org.konsil.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An OpenID provider, Spring Authorization Server, on a free port; one for all tests. What it says of whom is set here. */
final class Provider {

    static final String CLIENT = "konsil";
    static final String SECRET = "a secret of the tests alone";
    static final String AUDIENCE = "konsil-api";

    private static @Nullable Provider one;

    final RSAKey key;
    final URI issuer;
    /** The address that people are sent back to. */
    volatile String application = "";
    /** Claims by user id, in ID and access tokens alike. */
    final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    /** It has a second factor, and asks for it when it should. */
    volatile boolean secondFactor = true;

    volatile boolean answersWithAnotherNonce;

    static synchronized Provider running() {
        var known = one == null ? new Provider() : one;
        one = known;
        return known;
    }

    private Provider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
        var context = new SpringApplicationBuilder(ProviderServer.class)
                .web(WebApplicationType.SERVLET)
                .initializers(it ->
                        ((ConfigurableApplicationContext) it).getBeanFactory().registerSingleton("provider", this))
                .properties("server.port=0", "server.address=127.0.0.1", "spring.config.name=none")
                .run();
        issuer = URI.create("http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort());
    }

    /** Tells the application under test where its provider is. */
    static class Found implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "konsil.sign-in.issuer=" + running().issuer,
                            "konsil.sign-in.client-id=" + CLIENT,
                            "konsil.sign-in.client-secret=" + SECRET)
                    .applyTo(context);
        }
    }

    /** Somebody it knows, with these groups; of Helsinki, Finland. */
    String person(String userId, String... groups) {
        var claims = new HashMap<String, Object>();
        claims.put("name", "Somebody called " + userId);
        claims.put("groups", List.of(groups));
        claims.put("organisation", "hus");
        claims.put("country", "FI");
        people.put(userId, claims);
        return userId;
    }

    /** A token's usual claims. */
    JWTClaimsSet.Builder claims(String userId) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .subject(userId)
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        people.getOrDefault(userId, Map.of()).forEach(claims::claim);
        return claims;
    }

    String token(JWTClaimsSet.Builder claims) {
        return signed("at+jwt", claims, key);
    }

    String signed(String type, JWTClaimsSet.Builder claims, RSAKey by) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(new JOSEObjectType(type))
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
