package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Onni;
import org.konsil.journey.Door;

/** PostgreSQL goes away under the running program, and comes back. */
@Aside
class DatabaseDownTests {

    private static final int CASES = 6;

    /** So that whoever asks while it is away is refused sooner than after the usual five seconds. */
    private static final List<String> SOONER = List.of(
            "--spring.datasource.hikari.connection-timeout=2000", "--spring.datasource.hikari.validation-timeout=1000");

    @TempDir
    Path folder;

    @Test
    void everythingWaitsAndThenGoesOn() throws Exception {
        try (var postgres = new StoppablePostgres(folder.resolve("postgres"));
                var ordeal = new Ordeal(folder, settings(postgres))) {
            var browser = Browser.signedIn(ordeal.address, Staff.CLINICIAN);
            var door = new Door(ordeal.address).as(Staff.CLINICIAN);
            ordeal.endure(CASES, it -> {
                it.awaitAcknowledged(it.ledger.acknowledged() + 20);
                var open = door.get("/api/v1/work-items").body().path("items").path(0);

                postgres.stop();
                it.say("the database is stopped");
                assertRefused(door.post("/api/v1/cases", Onni.answers(), "while-down"));
                assertRefused(door.get("/api/v1/cases"));
                assertRefused(door.post(complete(open), Map.of("data", Map.of(), "version", 1)));
                assertThat(door.get("/actuator/health/readiness").status()).isEqualTo(503);
                var page = browser.open("/cases");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body()).contains("cannot reach its database", "Nothing was half done");
                assertThat(it.program.isAlive()).isTrue();

                postgres.startAgain();
                it.say("the database is back");
                it.awaitAcknowledged(it.ledger.acknowledged() + 20);
                postgres.stop();
                postgres.startAgain();
                it.say("the database was stopped and started at once");
            });
            assertThat(browser.open("/cases").statusCode()).isEqualTo(200);
            ordeal.program.close();
            try (var connection = postgres.connect()) {
                ordeal.verify(connection);
            }
        }
    }

    private static List<String> settings(StoppablePostgres postgres) {
        return Stream.concat(postgres.arguments().stream(), SOONER.stream()).toList();
    }

    private static String complete(JsonNode open) {
        return "/api/v1/work-items/" + open.path("taskKey").asText("1") + "/complete";
    }

    private static void assertRefused(Door.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.body().path("title").asText()).contains("cannot reach its database");
        assertThat(reply.text()).doesNotContain("Exception", "jdbc", "127.0.0.1");
    }
}
