package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;
import org.konsil.Onni;
import org.konsil.journey.Door;

/** Two applications that share one engine, one PostgreSQL and one data folder: both serve the same cases, and one goes on alone. */
@Aside
class TwoNodesTests {

    private static final int CASES = 6;
    private static final int CLIENTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private final EngineAlone alone = new EngineAlone();
    private final Ledger ledger = new Ledger();
    private StoppablePostgres postgres;

    @BeforeEach
    void startDatabase() {
        postgres = new StoppablePostgres(data.resolve("postgres"));
    }

    @AfterEach
    void stopDatabase() throws Exception {
        postgres.close();
    }

    @Test
    void bothServeTheSameCasesAndOneOfThemKilledLosesNothing() throws Exception {
        var first = Jvm.freePort();
        var second = Jvm.freePort();
        try (var engine = alone.start(folder);
                var one = node("one", first).awaitReady(first);
                var other = node("other", second).awaitReady(second)) {
            var staff = new Staff(List.of(address(first), address(second)), ledger);
            var cases = new ArrayList<String>();
            for (int number = 0; number < CASES; number++) {
                cases.add(staff.register(Onni.answers(), "case-" + number));
            }
            try (var people = Executors.newFixedThreadPool(CLIENTS)) {
                var working = cases.stream()
                        .map(caseId -> people.submit(() -> staff.workUntilQuiet(caseId)))
                        .toList();
                await("they are in the middle").atMost(PATIENCE).until(() -> ledger.acknowledged() > CASES * 8);
                assertThat(jobsDoneBy(first)).isPositive();
                assertThat(jobsDoneBy(second)).isPositive();
                one.kill();
                for (Future<?> worked : working) {
                    worked.get();
                }
            }
            assertThat(engine.isAlive()).isTrue();
            assertThat(other.isAlive()).isTrue();
            assertThat(cases)
                    .allSatisfy(caseId -> assertThat(
                                    staff.caseNow(caseId).path("state").asText())
                            .isEqualTo("FOLLOW_UP"));
            staff.assertThatTheHistoryIsIntact();
        }
        try (var connection = postgres.connect()) {
            Acknowledged.of(ledger).assertKept(connection);
            Acknowledged.of(ledger).assertNothingElseWasRegistered(connection);
        }
    }

    private Child node(String name, int port) {
        var arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=demo", "--konsil.home=" + folder.resolve("shared"), "--server.port=" + port));
        arguments.addAll(alone.arguments());
        arguments.addAll(postgres.arguments());
        return Child.start(folder.resolve(name + "/program.log"), arguments.toArray(String[]::new));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** As Camunda's client counts them. */
    private static double jobsDoneBy(int port) {
        return new Door(address(port))
                .as("admin")
                .get("/actuator/prometheus")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("camunda_job_invocations_total") && line.contains("completed"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
