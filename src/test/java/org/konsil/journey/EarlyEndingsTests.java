package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in which a referral ends before a panel is convened. */
@JourneyTest
class EarlyEndingsTests {

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    void consentThatDoesNotSufficeIsAskedForAgainUntilItsTimeIsUp() {
        var driver = register(Script.straight()
                .but("record-consent", 0, Map.of("scopes", List.of("referral")))
                .but("record-consent", 1, Script.NOTHING));
        driver.workUntil(
                "asks a second time",
                now -> driver.log().size() == 1 && !now.path("openWork").isEmpty());

        door.advance("P8D");
        assertThat(driver.theCase().path("state").asText()).isEqualTo("AWAITING_CONSENT");
        await("the reminder")
                .until(() -> !driver.told().entries("reminder-sent").isEmpty());
        door.advance("P23D");

        var end = driver.await("ends", CaseDriver::isOver);
        assertThat(reason(end)).isEqualTo("NO_CONSENT");
        assertThat(end.path("openWork")).isEmpty();
    }

    @Test
    void aDomesticSolutionEndsTheReferral() {
        var driver = register(Script.straight().but("domestic-opinion", Map.of("solution", "yes")));
        assertThat(reason(driver.workUntilOver())).isEqualTo("DOMESTIC_SOLUTION");
        assertThat(door.as("centre.fi").get(driver.path("")).status()).isEqualTo(404);
    }

    @Test
    void insufficientEvidenceIsWaivedByASecondPersonAndTheNetworkMayStillRefuse() {
        var driver = register(Script.straight()
                .but("domestic-opinion", Map.of("treatmentsTried", "remaining"))
                .but("complete-evidence", 0, Map.of("treatmentsTried", "remaining"))
                .but("complete-evidence", 1, Map.of("evidenceStep", "waiver"))
                .but("triage", Map.of("triageDecision", "refuse", "refusalClass", "out-of-scope")));

        var waiver = driver.workUntil("approve-waiver").path("taskKey").asText();
        assertThat(door.as("clinician.fi").get("/api/v1/work-items/" + waiver).status())
                .isEqualTo(404);

        assertThat(reason(driver.workUntilOver())).isEqualTo("OUT_OF_SCOPE");
        assertThat(driver.log())
                .containsSubsequence(
                        "domestic-opinion by centre.fi",
                        "complete-evidence by clinician.fi",
                        "complete-evidence by clinician.fi",
                        "exhaustion-waiver by clinician.fi",
                        "approve-waiver by contact.fi",
                        "triage-case by dispatcher.epicare");
        assertThat(door.as("dispatcher.epicare").get(driver.path("")).status()).isEqualTo(404);
    }

    @Test
    void aForwardedCaseGoesToTheNextNetworkAndLeavesTheFirst() {
        var driver = register(Script.straight()
                .but("triage", 0, Map.of("triageDecision", "forward", "forwardTo", "rnd"))
                .but("triage", 1, Map.of("triageDecision", "refuse", "refusalClass", "no-question")));

        driver.workUntil(
                "is with the next network",
                now -> now.path("network").asText().equals("rnd")
                        && now.path("state").asText().equals("TRIAGE"));
        assertThat(door.as("dispatcher.epicare").get(driver.path("")).status()).isEqualTo(404);

        assertThat(reason(driver.workUntilOver())).isEqualTo("OUT_OF_SCOPE");
        assertThat(driver.log())
                .containsSubsequence(
                        "triage-case by dispatcher.epicare",
                        "confirm-network by sponsor.fi",
                        "triage-case by dispatcher.rnd");
    }

    @Test
    void aPatientWhoSaysNoIsNotReferred() {
        var driver = register(Script.straight().but("record-consent", Map.of("consentGiven", "no")));
        assertThat(reason(driver.workUntilOver())).isEqualTo("NO_CONSENT");
        assertThat(driver.log()).containsExactly("record-consent by clinician.fi");
    }

    private CaseDriver register(Script script) {
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), script);
    }

    private static String reason(JsonNode end) {
        return end.path("closingReason").asText();
    }
}
