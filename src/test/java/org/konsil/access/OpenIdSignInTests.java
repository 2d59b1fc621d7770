package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Group;
import org.konsil.time.TimeShift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenIdTest
class OpenIdSignInTests {

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Activation activation;

    @Autowired
    TimeShift time;

    @Autowired
    JdbcClient jdbc;

    Provider provider = Provider.running();

    @BeforeEach
    void where() {
        provider.application = "http://127.0.0.1:" + port;
    }

    @AfterEach
    void usual() {
        provider.answersWithAnotherNonce = false;
    }

    private Browser browserOf(String userId, String... groups) {
        return new Browser(port, provider.person(userId, groups));
    }

    private boolean noted(String actor, String action, String reason) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE actor = ? AND action = ? AND COALESCE(reason, '') = ?")
                        .params(actor, action, reason)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void aPersonSignsInAtTheirProviderAndComesBackToThePageTheyWanted() {
        var browser = browserOf("aino", "clinician:hus", "sponsor:hus");

        var page = browser.open("/work");
        assertThat(page.text()).contains(OpenIdProvider.SIGN_IN).doesNotContain("type=\"password\"");
        var before = browser.session();
        var asked = browser.step(OpenIdProvider.SIGN_IN);
        assertThat(asked.location())
                .startsWith(provider.issuer.toString())
                .contains("response_type=code", "code_challenge_method=S256", "state=", "nonce=");
        var answer = browser.step(browser.step(asked.location()).location());
        assertThat(answer.location()).contains("/work");
        assertThat(answer.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("__Host-konsil=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(browser.session()).isNotEqualTo(before);

        assertThat(browser.follow(answer).text()).contains("Somebody called aino");
        var aino = access.person("aino").orElseThrow();
        assertThat(aino.groups()).containsExactlyInAnyOrder(Group.of("clinician:hus"), Group.of("sponsor:hus"));
        assertThat(aino.provider()).isEqualTo("hus");
        assertThat(access.holders(Group.of("sponsor:hus"))).contains(aino);
        assertThat(noted("aino", "signed-in", "")).isTrue();
        assertThat(noted("aino", "account-made", "")).isTrue();
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneWithTheNextSignIn() {
        browserOf("veikko", "clinician:hus", "sponsor:hus").signIn();
        var again = browserOf("veikko", "clinician:hus");

        assertThat(again.signIn().status()).isEqualTo(200);

        assertThat(access.person("veikko").orElseThrow().groups()).containsExactly(Group.of("clinician:hus"));
    }

    @Test
    void anAnswerThatWasNotAskedForIsRefused() {
        var browser = browserOf("mallory", "clinician:hus");
        browser.step(OpenIdProvider.SIGN_IN);

        var page = browser.open("/login/oauth2/code/konsil?code=stolen&state=" + UUID.randomUUID());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("You were not signed in");

        provider.answersWithAnotherNonce = true;
        assertThat(browser.signIn().status()).isEqualTo(403);
        assertThat(noted("anonymous", "sign-in", "invalid_nonce")).isTrue();
        assertThat(browser.open("/work").text()).contains(OpenIdProvider.SIGN_IN);
        assertThat(access.person("mallory")).isEmpty();
    }

    @Test
    void nobodyGetsARightByDefault() {
        assertRefused(browserOf("without"), "claim-missing", "does not say enough");
        assertRefused(browserOf("chief", "chief:hus"), "role-unknown", "chief:hus");
        assertRefused(browserOf("robot", "engine-client:all"), "role-unknown", "engine-client:all");
        var homeless = browserOf("homeless", "clinician:hus");
        var claims = new HashMap<>(provider.people.get("homeless"));
        claims.remove("organisation");
        provider.people.put("homeless", claims);
        assertRefused(homeless, "claim-missing", "organisation");
    }

    private void assertRefused(Browser browser, String why, String words) {
        var page = browser.signIn();
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains(words);
        assertThat(browser.step("/work").location()).endsWith("/sign-in");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE action = 'sign-in' AND reason = ?")
                        .param(why)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aShutAccountIsPutOutAndStaysOut() {
        var browser = browserOf("sirpa", "contact:fi");
        assertThat(browser.signIn().status()).isEqualTo(200);

        activation.set("sirpa", false, Actor.of("admin"));

        assertThat(browser.open("/work").text()).contains("no longer active");
        assertThat(browser.signIn().text()).contains("Your account is not active");
        assertThat(access.person("sirpa")).isEmpty();
    }

    @Test
    void aSessionEndsWhenNothingIsDoneAndWhenItHasBeenOpenForLong() {
        var idle = browserOf("helmi", "sponsor:hus");
        idle.signIn();
        var busy = browserOf("kaisa", "funding:fi");
        busy.signIn();
        for (int spans = 0; spans < 26; spans++) {
            time.advance(Duration.ofMinutes(28));
            if (spans < 25) {
                assertThat(busy.open("/work").status()).isEqualTo(200);
                assertThat(busy.session()).isNotEmpty();
            }
        }

        assertThat(idle.step("/work").location()).endsWith("/sign-in?ended=idle");
        assertThat(busy.step("/work").location()).endsWith("/sign-in?ended=too-long");
        assertThat(busy.open("/work").text()).contains(OpenIdProvider.SIGN_IN);
        assertThat(noted("helmi", "signed-out", "idle")).isTrue();
    }

    @Test
    void signingOutHereLeavesTheOtherBrowser() {
        var here = browserOf("gustav", "centre:fi");
        var there = new Browser(port, "gustav");
        here.signIn();
        there.signIn();

        var out = here.post(here.open("/"), "/sign-out", Map.of());

        assertThat(out.location()).endsWith("/sign-in?out");
        assertThat(here.step("/work").location()).endsWith("/sign-in");
        assertThat(there.step("/work").status()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsAllSessionsAndTheProviders() {
        var here = browserOf("maj", "centre:fi");
        var there = new Browser(port, "maj");
        here.signIn();
        there.signIn();

        var out = here.follow(here.post(here.open("/"), "/sign-out", Map.of("everywhere", "true")));

        assertThat(out.refresh()).startsWith("0; url=" + provider.issuer + "/connect/logout?id_token_hint=");
        assertThat(here.step(out.refresh().substring(7)).location()).isEqualTo(provider.application + "/sign-in");
        assertThat(here.open("/sign-in?out").refresh()).isEmpty();
        assertThat(there.step("/work").location()).endsWith("/sign-in?ended=everywhere");
    }

    @Test
    void theProviderEndsASessionByItself() {
        var browser = browserOf("karin", "contact:fi");
        browser.signIn();
        var token = provider.claims("karin")
                .audience(Provider.CLIENT)
                .claim("sid", "sid-of-karin")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        var forged = provider.claims("karin").audience(Provider.CLIENT).claim("sid", "sid-of-karin");

        assertThat(browser.post(browser.open("/"), ProviderSignOut.PATH, logout(provider.token(forged)))
                        .status())
                .isEqualTo(400);
        assertThat(browser.step("/work").status()).isEqualTo(200);
        assertThat(new Browser(port, "nobody")
                        .post(
                                browser.open("/sign-in"),
                                ProviderSignOut.PATH,
                                logout(provider.signed("logout+jwt", token, provider.key)))
                        .status())
                .isEqualTo(200);

        assertThat(browser.step("/work").location()).endsWith("/sign-in?ended=at-provider");
    }

    private static Map<String, String> logout(String token) {
        return Map.of("logout_token", token);
    }

    @Test
    void aPasswordOpensNothing() {
        var browser = new Browser(port, "nobody");
        var page = browser.open("/sign-in");

        assertThat(browser.post(page, "/sign-in", Map.of("username", "admin", "password", "konsil-demo"))
                        .status())
                .isNotEqualTo(302);
        assertThat(List.of("/work", "/cases", "/audit"))
                .allSatisfy(
                        address -> assertThat(browser.step(address).location()).endsWith("/sign-in"));
    }
}
