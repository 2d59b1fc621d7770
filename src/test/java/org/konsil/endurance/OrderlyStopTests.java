package org.konsil.endurance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;
import org.konsil.Onni;

/** The program is asked to end (SIGTERM) while people work their cases, and one of them is in the middle of a sentence. */
@Aside
class OrderlyStopTests {

    private static final int CASES = 2;
    private static final int STEPS_BEFORE = 12;
    private static final int STOPPED_BY_THE_SIGNAL = 143;

    /** For requests under way. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** For the requests, then the outbox, then the engine and its searches. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String ENGINE_STOPPED = "The engine has stopped in order";
    private static final String ENGINES_CLIENT = "application";
    private static final String ENGINES_SECRET = "known-to-the-test";

    @TempDir
    Path folder;

    private final int port = Jvm.freePort();
    private final int engine = Jvm.freePort();
    private final URI address = URI.create("http://127.0.0.1:" + port);
    private final Ledger ledger = new Ledger();

    private Child program() {
        var arguments = new ArrayList<>(Jvm.demonstration(folder.resolve("home"), port));
        arguments.addAll(List.of(
                "--konsil.engine-settings.rest-port=" + engine,
                "--spring.lifecycle.timeout-per-shutdown-phase=" + GRACE.toSeconds() + "s",
                "--camunda.client.auth.method=basic",
                "--camunda.client.auth.username=" + ENGINES_CLIENT,
                "--camunda.client.auth.password=" + ENGINES_SECRET));
        return Child.start(folder.resolve("program.log"), arguments.toArray(String[]::new));
    }

    @Test
    void whatWasAcknowledgedStandsAndNobodyGetsHalfAnAnswer() throws Exception {
        try (var program = program();
                var people = Executors.newFixedThreadPool(CASES)) {
            program.awaitReady(port);
            var work = new ArrayList<Future<?>>();
            for (int number = 0; number < CASES; number++) {
                var staff = new Staff(address, ledger);
                var key = "case-" + number;
                work.add(people.submit(() -> staff.workUntilQuiet(staff.register(Onni.answers(), key))));
            }
            program.await("work is under way", () -> ledger.acknowledged() >= STEPS_BEFORE);

            var registeredMeanwhile = stopWhileAllAsk(program);
            program.startAgain();
            program.awaitReady(port);

            // they said again what nobody had answered, and went on
            for (var one : work) one.get(120, TimeUnit.SECONDS);
            var staff = new Staff(address, ledger);
            staff.workUntilQuiet(registeredMeanwhile);
            staff.assertThatTheHistoryIsIntact();
            stopWhileSomebodyNeverEnds(program);
        }
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("home/db/konsil"), "sa", "")) {
            var acknowledged = Acknowledged.of(ledger);
            acknowledged.assertKept(database);
            acknowledged.assertNothingElseWasRegistered(database);
        }
    }

    /** @return the case whose registration was under way */
    private String stopWhileAllAsk(Child program) throws Exception {
        var pages = new Onlooker(by(Staff.CLINICIAN, "konsil-demo", address.resolve("/api/v1/cases"))
                .GET()
                .build());
        var publication = URI.create("http://127.0.0.1:" + engine + "/v2/messages/publication");
        var commands = new Onlooker(by(ENGINES_CLIENT, ENGINES_SECRET, publication)
                .POST(BodyPublishers.ofString("{\"name\": \"awaited-by-nobody\", \"correlationKey\": \"0\"}"))
                .build());
        program.await("all are answered", () -> pages.answered() > 9 && commands.answered() > 9);
        HttpResponse<String> answer;
        try (var slow = registering("in-the-middle")) {
            program.askToEnd();
            program.awaitSaid("Commencing graceful shutdown");
            answer = slow.finish();
        }
        assertThat(program.awaitEnd(LONGEST)).isEqualTo(STOPPED_BY_THE_SIGNAL);

        assertThat(pages.wrong()).isEmpty();
        assertThat(commands.wrong()).isEmpty();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var caseId = new ObjectMapper().readTree(answer.body()).path("caseId").asText();
        ledger.registered("in-the-middle", caseId);
        assertThat(program.said()).containsOnlyOnce(ENGINE_STOPPED).doesNotContain(" ERROR ", "did not stop");
        return caseId;
    }

    private void stopWhileSomebodyNeverEnds(Child program) throws Exception {
        try (var never = registering("never")) {
            program.askToEnd();
            assertThat(program.awaitEnd(LONGEST)).isEqualTo(STOPPED_BY_THE_SIGNAL);
        }
        assertThat(program.said().split(ENGINE_STOPPED, -1)).as("both times").hasSize(3);
    }

    private SlowCaller registering(String key) throws Exception {
        var request = by(Staff.CLINICIAN, "konsil-demo", address.resolve("/api/v1/cases"))
                .header("Idempotency-Key", key);
        return new SlowCaller(request, Onni.answers().toString());
    }

    private static HttpRequest.Builder by(String name, String password, URI address) {
        var secret = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }
}
