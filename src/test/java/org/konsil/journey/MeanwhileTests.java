package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What may happen at any time and does not end the case: it goes on, changed. */
@JourneyTest
class MeanwhileTests {

    @LocalServerPort
    int port;

    private Door door;
    private CaseDriver driver;

    @BeforeEach
    void register() {
        door = Door.at(port);
        driver = CaseDriver.register(door, "clinician.fi", Onni.answers(), Script.straight());
    }

    @Test
    void anExpertWithAConflictFoundLateIsReplacedAndDoesNotSign() {
        driver.follow(Script.straight().but("lead-discussion", Script.NOTHING));
        driver.workUntil("has three opinions", now -> opinions() == 3);
        var found = Map.of("expert", "expert2.epicare", "kind", "financial", "reason", "Holds shares of the maker.");
        door.as("coordinator.epicare")
                .post(driver.path("/events/conflict-found"), found)
                .expect(202);
        assertThat(door.as("expert2.epicare").get(driver.path("")).status()).isEqualTo(404);

        driver.workUntil("has a fourth opinion", now -> opinions() == 4);
        driver.follow(Script.straight()).workUntil("confirm-receipt");
        assertThat(driver.log())
                .filteredOn(done -> done.startsWith("sign-outcome"))
                .hasSize(4);
        assertThat(driver.log()).doesNotContain("sign-outcome by expert2.epicare");
    }

    private long opinions() {
        return driver.log().stream()
                .filter(done -> done.startsWith("expert-opinion"))
                .count();
    }

    @Test
    void anUrgentCaseIsDueSooner() {
        var before = driver.workUntil("triage");
        door.as("clinician.fi")
                .post(
                        driver.path("/events/urgency-changed"),
                        Map.of("urgency", "urgent", "reason", "Status epilepticus."))
                .expect(202);

        var after = driver.workUntil("triage");
        assertThat(due(after)).isBefore(due(before).minus(java.time.Duration.ofDays(3)));
        driver.workUntil("convene-panel");
        assertThat(driver.theCase().path("urgency").asText()).isEqualTo("urgent");
    }

    @Test
    void withdrawalAfterDeliveryEndsTheNetworksPartAndTheAftercareGoesOn() {
        driver.workUntilQuiet();
        withdraw("panel-care");
        assertThat(door.as("dispatcher.epicare").get(driver.path("")).status()).isEqualTo(404);
        assertThat(driver.theCase().path("state").asText()).isEqualTo("FOLLOW_UP");
        assertThat(driver.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");
    }

    @Test
    void withdrawalFromTheRegistryLeavesTheCareAsItIs() {
        driver.workUntil("expert-opinion");
        withdraw("registry");
        assertThat(door.as("expert1.epicare").get(driver.path("")).status()).isEqualTo(200);
        driver.workUntil("draft-outcome");
        assertThat(driver.told().entries("consent-withdrawn")).hasSize(1);
    }

    private void withdraw(String scope) {
        var said = Map.of(
                "scopes",
                List.of(scope),
                "withdrawnOn",
                LocalDate.now(door.clock()).toString(),
                "channel",
                "letter",
                "effectsExplained",
                true);
        door.as("clinician.fi")
                .post(driver.path("/events/consent-withdrawn"), said)
                .expect(202);
    }

    private static Instant due(JsonNode item) {
        return Instant.parse(item.path("due").asText());
    }
}
