package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of helpers, earlier outcomes, small panels and the other of two cases when something happens meanwhile. */
@JourneyTest
class LaterRoundsTests {

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    void aTransferTakesTheCaseFromTheNetworkThatHelpsToo() {
        var driver = register(Script.straight()
                .but("confirm-network", Map.of("network", "epicare", "coNetworks", List.of("rnd")))
                .but(
                        "propose-experts",
                        Map.of("contributionDecision", "contribute", "experts", List.of("expert1.rnd"))));
        driver.workUntil("expert-opinion");
        assertThat(sees("coordinator.rnd", driver)).isTrue();

        var moved = Map.of("target", "network", "toNetwork", "metabern", "reason", "It knows more of it.");
        report(driver, "coordinator.epicare", "transfer", moved);

        for (var account : List.of("coordinator.epicare", "coordinator.rnd", "expert1.rnd", "expert1.epicare")) {
            assertThat(sees(account, driver)).as(account).isFalse();
        }
        driver.follow(Script.straight()).workUntil("triage");
        assertThat(driver.theCase().path("network").asText()).isEqualTo("metabern");
        driver.workUntil("expert-opinion");
        assertThat(sees("coordinator.rnd", driver)).isFalse();
        assertThat(driver.told().entries("round-begun")).hasSize(1);
    }

    @Test
    void anOutcomeOfAnEarlierRoundIsReadAndNotChanged() {
        var driver = register(Script.straight());
        var signing = driver.workUntil("sign-outcome");
        driver.workUntilOver();
        var outcome = driver.path("/outcome.pdf");
        var before = door.as("clinician.fi").download(outcome);

        report(driver, "clinician.fi", "re-open", Map.of("question", "And now?", "reason", "course"));
        driver.workUntil("draft-outcome");

        assertThat(door.as("clinician.fi").download(outcome)).isEqualTo(before);
        var again = Map.of("data", Map.of("signDecision", "dissent", "dissent", "No."), "version", 1);
        var signer = door.as(People.whoWorks(signing));
        assertThat(signer.post("/api/v1/work-items/" + signing.path("taskKey").asText() + "/complete", again)
                        .status())
                .isIn(404, 409);
        assertThat(driver.told().entries("outcome-signed")).hasSize(1);
    }

    @Test
    void aLeadWithTooFewOpinionsHasTheCoordinatorChooseHowToGoOn() {
        var driver = register(Script.straight()
                .but("lead-discussion", Map.of("leadDecision", "too-few"))
                .but("replace-experts", Map.of("replaceDecision", "no-quorum")));

        var end = driver.workUntilOver();

        assertThat(driver.log()).contains("lead-discussion by lead.epicare");
        assertThat(end.path("closingReason").asText()).isEqualTo("NO_QUORUM");
        driver.await("has no work", now -> now.path("openWork").isEmpty());
        driver.told().awaitEnded();
    }

    /** One is at its panel, the other still waits for consent: the work and the clocks of the first end, the other's stay as they were. */
    @Test
    void aMergedDuplicateLosesItsWorkAndClocksAndTheOtherKeepsThem() {
        var driver = register(Script.straight());
        driver.workUntil("expert-opinion");
        var other = register(Script.straight().but("record-consent", Script.NOTHING));
        other.workUntilLeft();
        var before = other.theCase();

        var same = Map.of("other", other.caseId(), "how", "merge", "reason", "Registered twice.");
        report(driver, "clinician.fi", "duplicate", same);

        assertThat(driver.theCase().path("openWork")).isEmpty();
        var end = driver.await("is closed", CaseDriver::isOver);
        assertThat(end.path("clocks")).isEmpty();
        assertThat(sees("expert1.epicare", driver)).isFalse();
        driver.told().awaitEnded();
        var after = other.theCase();
        assertThat(dues(after)).isEqualTo(dues(before)).isNotEmpty();
        assertThat(after.path("clocks")).hasSameSizeAs(before.path("clocks"));
        assertThat(other.told().entries("case-merged")).hasSize(1);
        other.follow(Script.straight()).workUntil("triage");
    }

    @Test
    void aConsentIsWithdrawnOfACaseThatIsOver() {
        var driver = register(Script.straight().but("follow-up-report", Map.of("followUpEnd", true)));
        driver.workUntilOver();
        driver.await(
                "has told the registry",
                now -> !driver.told().entries("registry-exported").isEmpty());
        assertThat(sees("dispatcher.epicare", driver)).isTrue();

        report(driver, "clinician.fi", "consent-withdrawn", withdrawn("registry"));
        assertThat(sees("dispatcher.epicare", driver)).isTrue();
        assertThat(driver.told().entries("registry-export-stopped")).isNotEmpty();

        report(driver, "clinician.fi", "consent-withdrawn", withdrawn("panel-care"));
        assertThat(sees("dispatcher.epicare", driver)).isFalse();
        driver.await(
                "asks the network for its copy",
                now -> now.path("openWork").findValuesAsText("formId").contains("answer-request"));
        assertThat(driver.theCase().path("closingReason").asText()).isEqualTo("ADVISED");
    }

    private Map<String, Object> withdrawn(String scope) {
        return Map.of(
                "scopes",
                List.of(scope),
                "withdrawnOn",
                LocalDate.now(door.clock()).toString(),
                "channel",
                "letter",
                "effectsExplained",
                true);
    }

    private static List<String> dues(JsonNode now) {
        return StreamSupport.stream(now.path("openWork").spliterator(), false)
                .map(item ->
                        item.path("taskKey").asText() + " " + item.path("due").asText())
                .toList();
    }

    private CaseDriver register(Script script) {
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), script);
    }

    private void report(CaseDriver driver, String account, String event, Map<String, ?> said) {
        door.as(account).post(driver.path("/events/" + event), said).expect(202);
    }

    private boolean sees(String account, CaseDriver driver) {
        return door.as(account).get(driver.path("")).status() == 200;
    }
}
