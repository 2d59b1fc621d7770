package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in which a referral ends before a network has advised. */
@JourneyTest
class OtherEndingsTests {

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
        door.advance("P23D");

        var end = driver.await("ends", CaseDriver::isOver);
        assertThat(reason(end)).isEqualTo("NO_CONSENT");
        assertThat(end.path("openWork")).isEmpty();
        assertThat(driver.told().entries("reminder-sent")).isNotEmpty();
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

    @Test
    void expertsWhoNeverAnswerAreRemindedAndLetGoUntilThereIsNoQuorum() {
        var driver = register(Script.straight()
                .but("panel-invitation", Script.NOTHING)
                .but("replace-experts", Map.of("replaceDecision", "no-quorum")));
        driver.workUntil("has invited three", now -> now.path("openWork").size() == 3);
        door.advance("P4D");
        assertThat(driver.theCase().path("openWork")).hasSize(3);
        door.advance("P4D");

        assertThat(reason(driver.workUntilOver())).isEqualTo("NO_QUORUM");
        assertThat(driver.told().entries("reminder-sent").toString()).contains("panel-invitation");
        assertThat(driver.told().entries("expert-released")).isNotEmpty();
        assertTheNetworkIsOut(driver);
        assertNothingIsLeft(driver);
    }

    @Test
    void withdrawalInMidPanelEndsTheCaseAndAllAccessAtOnce() {
        var driver = register(Script.straight());
        var opinion = driver.workUntil("expert-opinion");
        var withdrawn = Map.of(
                "scopes", List.of("panel-care"), "withdrawnOn", today(), "channel", "phone", "effectsExplained", true);
        door.as("clinician.fi")
                .post(driver.path("/events/consent-withdrawn"), withdrawn)
                .expect(202);
        assertTheNetworkIsOut(driver);
        var form = "/api/v1/work-items/" + opinion.path("taskKey").asText() + "/form";
        assertThat(door.as(opinion.path("assignee").asText()).get(form).status())
                .isIn(404, 409);

        var end = driver.await("ends", now -> CaseDriver.isOver(now) && asksOnly(now, "confirm-erasure"));
        assertThat(reason(end)).isEqualTo("WITHDRAWN");
        driver.work(end.path("openWork").path(0));
        assertNothingIsLeft(driver);
    }

    @Test
    void deathInMidPanelEndsTheCase() {
        var driver = register(Script.straight());
        driver.workUntil("expert-opinion");
        door.as("clinician.fi")
                .post(driver.path("/events/patient-died"), Map.of("dateOfDeath", today()))
                .expect(202);

        var end = driver.await("ends", now -> CaseDriver.isOver(now) && asksOnly(now, "advice-for-family"));
        assertThat(reason(end)).isEqualTo("DECEASED");
        assertTheNetworkIsOut(driver);
        driver.work(end.path("openWork").path(0));
        assertNothingIsLeft(driver);
    }

    private CaseDriver register(Script script) {
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), script);
    }

    private String today() {
        return java.time.LocalDate.now(door.clock()).toString();
    }

    private static boolean asksOnly(JsonNode now, String form) {
        return now.path("openWork").findValuesAsText("formId").equals(List.of(form));
    }

    private static String reason(JsonNode end) {
        return end.path("closingReason").asText();
    }

    private void assertTheNetworkIsOut(CaseDriver driver) {
        for (var account : List.of("dispatcher.epicare", "coordinator.epicare", "lead.epicare", "expert1.epicare")) {
            assertThat(door.as(account).get(driver.path("")).status())
                    .as(account)
                    .isEqualTo(404);
        }
    }

    private void assertNothingIsLeft(CaseDriver driver) {
        driver.await("has no work", now -> now.path("openWork").isEmpty());
        org.awaitility.Awaitility.await("its processes have ended")
                .until(() -> driver.told().standsAt().isEmpty());
        assertThat(driver.told().hasIncidents()).isFalse();
        for (var account : List.of("lead.epicare", "expert1.epicare", "expert2.epicare")) {
            var work = door.as(account)
                    .get("/api/v1/work-items?caseId=" + driver.caseId())
                    .expect(200)
                    .body();
            assertThat(work.path("items")).as(account).isEmpty();
        }
    }
}
