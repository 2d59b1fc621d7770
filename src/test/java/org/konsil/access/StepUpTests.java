package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.casefile.Registration;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.time.TimeShift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenIdTest
class StepUpTests {

    private static final String ANSWERS = "{\"urgency\": \"urgent\", \"reason\": \"Seizures in clusters.\"}";
    private static final Map<String, String> TYPED =
            Map.of("urgency", "urgent", "reason", "Seizures in clusters.", "version", "1", "complete", "complete");
    private static long nextKey = 900_000;

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    TimeShift time;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    Provider provider = Provider.running();

    @BeforeEach
    void where() {
        provider.application = "http://127.0.0.1:" + port;
        provider.person("signer", "clinician:hus");
    }

    @AfterEach
    void usual() {
        provider.secondFactor = true;
    }

    /** A task that binds, for the clinicians of Helsinki. */
    private long aTask() {
        var person = new Person("signer", "Signer", Country.of("fi"), "hus", Set.of(Group.of("clinician:hus")));
        CaseId caseId = registration.register(SomeCases.onni(), person, "case-" + nextKey);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var key = nextKey++;
        jdbc.sql("""
            INSERT INTO work_item (task_key, case_id, process_instance_key, process_id, element_id, form_id, name, stage,
                network, country, urgency, reserved, priority, due_order, state, version, created_at)
            VALUES (?, ?, 1, 'referral', 'change-urgency', 'change-urgency', 'Change the urgency', 'TRIAGE',
                '', 'fi', 'ROUTINE', FALSE, 50, ?, 'OPEN', 1, ?)
            """).params(key, caseId.value(), now, now).update();
        jdbc.sql("INSERT INTO work_item_group (task_key, candidate) VALUES (?, 'clinician:hus')")
                .param(key)
                .update();
        return key;
    }

    private String state(long task) {
        return jdbc.sql("SELECT state FROM work_item WHERE task_key = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    @Test
    void thePageSendsToTheProviderAndComesBackWithWhatWasTyped() {
        var task = aTask();
        var browser = new Browser(port, "signer");
        browser.signIn();
        var form = browser.open("/tasks/" + task);
        assertThat(form.status()).isEqualTo(200);

        var refused = browser.post(form, "/tasks/" + task, TYPED);
        assertThat(refused.location()).contains("/sign-in/again?back=%2Ftasks%2F" + task);
        assertThat(state(task)).isEqualTo("OPEN");
        var again = browser.follow(refused);
        assertThat(again.refresh()).isEqualTo("0; url=" + OpenIdProvider.SIGN_IN);
        var asked = browser.step(OpenIdProvider.SIGN_IN);
        assertThat(asked.location()).contains("max_age=300", "acr_values=two-factors");

        var back = browser.follow(asked);
        assertThat(back.address().getPath()).isEqualTo("/tasks/" + task);
        assertThat(back.text()).contains("Seizures in clusters.");
        var done = browser.post(back, "/tasks/" + task, TYPED);
        assertThat(done.location()).endsWith("/work");
        assertThat(state(task)).isEqualTo("DONE");
        assertThat(jdbc.sql("SELECT details FROM audit_event WHERE action = 'task-completed' AND outcome = 'DONE'"
                                + " AND object = ?")
                        .param("task:" + task)
                        .query(String.class)
                        .single())
                .contains("two-factors", "signedInAt");
    }

    @Test
    void aFreshSignInIsAskedForAgainWhenItHasGrownOld() {
        var browser = new Browser(port, "signer");
        browser.signIn();
        var first = aTask();
        browser.follow(browser.post(browser.open("/tasks/" + first), "/tasks/" + first, TYPED));
        browser.signIn();
        time.advance(Duration.ofMinutes(6));
        var form = browser.open("/tasks/" + first);

        assertThat(browser.post(form, "/tasks/" + first, TYPED).location()).contains("/sign-in/again");
    }

    @Test
    void aProviderThatDoesNotConfirmIsNotAskedForEver() {
        var task = aTask();
        provider.secondFactor = false;
        var browser = new Browser(port, "signer");
        browser.signIn();
        browser.follow(browser.post(browser.open("/tasks/" + task), "/tasks/" + task, TYPED));

        var page = browser.signIn();

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("not strong enough");
        assertThat(browser.open("/tasks/" + task).text()).contains("Seizures in clusters.");
        assertThat(state(task)).isEqualTo("OPEN");
    }

    @Test
    void nobodyElseCanFinishWhatWasBegun() {
        var task = aTask();
        var browser = new Browser(port, "signer");
        browser.signIn();
        browser.follow(browser.post(browser.open("/tasks/" + task), "/tasks/" + task, TYPED));
        var other = new Browser(port, provider.person("colleague", "clinician:hus"));
        other.cookies.putAll(browser.cookies);

        var page = other.signIn();

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Somebody else has signed in");
        assertThat(other.step("/work").location()).endsWith("/sign-in");
    }

    @Test
    void aBackAddressIsAlwaysOfThisHouse() {
        for (var elsewhere : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/a?b", ""}) {
            assertThat(SignInAgain.page(elsewhere)).isEqualTo("/");
        }
        assertThat(SignInAgain.page("/tasks/22")).isEqualTo("/tasks/22");
    }

    @Test
    void aProgramIsToldWhatIsMissing() throws Exception {
        var task = aTask();
        var now = clock.instant();
        var old = provider.claims("signer").claim("acr", "two-factors").claim("auth_time", epoch(now, -600));
        var weak = provider.claims("signer").claim("acr", "0").claim("auth_time", epoch(now, -5));
        var good = provider.claims("signer").claim("acr", "two-factors").claim("auth_time", epoch(now, -5));

        for (var token :
                new String[] {provider.token(old), provider.token(weak), provider.token(provider.claims("signer"))}) {
            var refused = complete(task, token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("error=\"insufficient_user_authentication\"")
                    .contains("acr_values=\"two-factors\"", "max_age=\"300\"");
            assertThat(refused.body()).contains("stronger-sign-in");
        }
        assertThat(state(task)).isEqualTo("OPEN");
        assertThat(complete(task, provider.token(good)).statusCode()).isEqualTo(200);
    }

    private static long epoch(java.time.Instant now, int seconds) {
        return now.plusSeconds(seconds).getEpochSecond();
    }

    private HttpResponse<String> complete(long task, String token) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/work-items/" + task + "/complete"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"data\": " + ANSWERS + ", \"version\": 1}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
