package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OpenIdTest
class BearerTokenTests {

    @LocalServerPort
    int port;

    @Autowired
    Activation activation;

    Provider provider = Provider.running();
    HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void people() {
        provider.person("sirkka", "clinician:hus");
        provider.person("modeler", "owner:all", "auditor:all");
    }

    private HttpResponse<String> get(String address, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        return http.send(request.header("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> cases(String token) throws Exception {
        return get("/api/v1/cases", "Bearer " + token);
    }

    private void assertRefused(String token) throws Exception {
        var answer = cases(token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).contains("token-not-valid");
    }

    @Test
    void aTokenOfTheIssuerForThisAudienceOpensWhatItsRolesDo() throws Exception {
        assertThat(cases(provider.token(provider.claims("sirkka"))).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/audit/verification", "Bearer " + provider.token(provider.claims("sirkka")))
                        .statusCode())
                .isEqualTo(403);
        var none = get("/api/v1/cases", "Nothing");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(get("/api/v1/cases", "Basic YWRtaW46a29uc2lsLWRlbW8=").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoValidAccessTokenIsRefused() throws Exception {
        var now = Instant.now();
        var other = new RSAKeyGenerator(2048).keyID("test").generate();
        var claims = provider.claims("sirkka");
        assertRefused(provider.token(provider.claims("sirkka").expirationTime(Date.from(now.minusSeconds(120)))));
        assertRefused(provider.token(provider.claims("sirkka").expirationTime(null)));
        assertRefused(provider.token(provider.claims("sirkka").notBeforeTime(Date.from(now.plusSeconds(120)))));
        assertRefused(provider.token(provider.claims("sirkka").audience("another-api")));
        assertRefused(provider.token(provider.claims("sirkka").audience((String) null)));
        assertRefused(provider.token(provider.claims("sirkka").issuer("https://elsewhere.example")));
        assertRefused(provider.signed("at+jwt", claims, other));
        assertRefused(provider.signed("logout+jwt", claims, provider.key));
        assertRefused(provider.token(provider.claims("sirkka").claim("nonce", "of an ID token")));
        assertRefused(new PlainJWT(claims.build()).serialize());
        assertRefused("not.a.token");
        var hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), claims.build());
        hmac.sign(new MACSigner(provider.key.toRSAPublicKey().getEncoded()));
        assertRefused(hmac.serialize());
    }

    @Test
    void aTokenThatSaysNothingUsefulIsRefusedInWords() throws Exception {
        var answer = cases(provider.token(provider.claims("sirkka").claim("groups", List.of("chief:hus"))));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
        assertThat(answer.body()).contains("role-unknown", "chief:hus");
    }

    @Test
    void aTokenThatSaysLessThanTheAccountHoldsOpensLess() throws Exception {
        provider.person("tuomas", "clinician:hus", "auditor:all");
        var all = provider.token(provider.claims("tuomas"));
        var less = provider.token(provider.claims("tuomas").claim("groups", List.of("auditor:all")));

        assertThat(cases(all).statusCode()).isEqualTo(200);
        assertThat(cases(less).statusCode()).isEqualTo(403);
        assertThat(cases(all).statusCode()).isEqualTo(200);
    }

    @Test
    void aShutAccountsTokensAreRefused() throws Exception {
        provider.person("leaver", "clinician:hus");
        var token = provider.token(provider.claims("leaver"));
        assertThat(cases(token).statusCode()).isEqualTo(200);

        activation.set("leaver", false, Actor.of("admin"));

        assertThat(cases(token).statusCode()).isEqualTo(403);
    }

    @Test
    void aMachineGetsATokenOfItsOwnAndHoldsItsOwnRoles() throws Exception {
        var secret = "modeler:" + URLEncoder.encode(Provider.SECRET, StandardCharsets.UTF_8);
        var asked = HttpRequest.newBuilder(provider.issuer.resolve("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var given = http.send(asked, HttpResponse.BodyHandlers.ofString()).body();
        var token = given.replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");

        assertThat(get("/api/v1/audit/verification", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(get("/v2/topology", "Bearer " + token).body()).contains("engine-away");
        assertThat(cases(token).statusCode()).isEqualTo(403);
        provider.people.put("modeler", Map.of("groups", List.of("clinician:hus")));
        var asAClinician = provider.claims("modeler").claim("client_id", "modeler");
        assertThat(get("/v2/topology", "Bearer " + provider.token(asAClinician)).body())
                .contains("role-unknown");
    }
}
