package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;
import org.konsil.Onni;
import org.konsil.journey.Door;

/** The application and its engine as two programs, of which the engine is away at first and killed later. */
@Aside
class RemoteEngineTests {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final int port = Jvm.freePort();
    private final EngineAlone alone = new EngineAlone();
    private final URI address = URI.create("http://127.0.0.1:" + port);
    private final Door door = new Door(address);
    private final Staff staff = new Staff(address, new Ledger());

    private Child application() {
        var arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--konsil.home=" + folder.resolve("application"),
                "--server.port=" + port));
        arguments.addAll(alone.arguments());
        return Child.start(folder.resolve("application.log"), arguments.toArray(String[]::new));
    }

    @Test
    void theEngineMayComeLateAndBeKilled() throws Exception {
        try (var application = application()) {
            application.await("it is ready", () -> status("/actuator/health/readiness") == 200);
            assertThat(status("/actuator/health")).isEqualTo(503);
            var first = staff.register(Onni.answers(), "first");
            var browser = Browser.signedIn(address, Staff.CLINICIAN);
            assertThat(browser.open("/").statusCode()).isEqualTo(200);
            assertThat(browser.open("/cases/" + first).body()).contains("Registered");

            try (var engine = alone.start(folder)) {
                engine.awaitSaid("The engine is up");
                awaitWork(first);
                await().atMost(SOON).until(() -> status("/actuator/health") == 200);
                staff.workOpen(first);
                var asked = awaitWork(first);

                engine.kill();
                var second = staff.register(Onni.answers(), "second");
                staff.workOpen(first);
                assertThat(staff.caseNow(first).path("openWork")).isEmpty();
                assertThat(staff.caseNow(second).path("state").asText()).isEqualTo("DRAFT");
                await().atMost(SOON).until(() -> status("/actuator/health") == 503);
                assertThat(browser.open("/cases/" + second).statusCode()).isEqualTo(200);

                engine.startAgain();
                awaitWork(second);
                assertThat(awaitWork(first).path(0).path("taskKey"))
                        .isNotEqualTo(asked.path(0).path("taskKey"));
                staff.workUntilQuiet(first);
                assertThat(staff.caseNow(first).path("state").asText()).isEqualTo("FOLLOW_UP");
            }
            staff.assertThatTheHistoryIsIntact();
        }
    }

    private JsonNode awaitWork(String caseId) {
        await("somebody is asked")
                .atMost(SOON)
                .until(() -> !staff.caseNow(caseId).path("openWork").isEmpty());
        return staff.caseNow(caseId).path("openWork");
    }

    private int status(String path) {
        return door.as(Staff.CLINICIAN).get(path).status();
    }
}
