package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases that take another round: re-opened, moved to another network or hospital, their advice superseded. */
@JourneyTest
class NewRoundsTests {

    private static final Map<String, Object> REOPEN = Map.of("question", "And now?", "reason", "new-findings");

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
    void aClosedCaseIsReopenedWithConsentAnewAndKeepsItsOutcome() {
        driver.workUntilOver();
        assertThat(report("dispatcher.epicare", "re-open", REOPEN)).isEqualTo(403);
        assertThat(report("clinician.fi", "re-open", REOPEN)).isEqualTo(202);
        assertThat(report("clinician.fi", "re-open", REOPEN)).isEqualTo(409);
        assertThat(door.as("coordinator.epicare").get(driver.path("")).status()).isEqualTo(404);

        driver.workUntil("record-consent");
        assertThat(driver.theCase().path("closingReason").isTextual()).isFalse();
        driver.workUntil("draft-outcome");
        assertThat(door.as("clinician.fi").download(driver.path("/outcome.pdf")))
                .isNotEmpty();
        assertThat(driver.log())
                .filteredOn("domestic-opinion by centre.fi"::equals)
                .hasSize(1);

        assertThat(driver.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");
        assertThat(driver.told().entries("outcome-signed")).hasSize(2);
        assertThat(driver.told().entries("outcome-superseded")).isEmpty();
        assertThat(driver.told().entries("case-closed")).hasSize(2);
    }

    @Test
    void aCaseInMidPanelMovesToAnotherNetworkAndTheFirstLosesIt() {
        var opinion = driver.workUntil("expert-opinion");
        assertThat(report("coordinator.epicare", "transfer", network("rnd"))).isEqualTo(202);
        assertThat(report("clinician.fi", "transfer", network("rnd"))).isEqualTo(409);
        for (var account : new String[] {
            "dispatcher.epicare",
            "coordinator.epicare",
            "lead.epicare",
            opinion.path("assignee").asText()
        }) {
            assertThat(door.as(account).get(driver.path("")).status())
                    .as(account)
                    .isEqualTo(404);
        }

        driver.workUntil("triage");
        assertThat(driver.theCase().path("network").asText()).isEqualTo("rnd");
        driver.workUntil("confirm-receipt");
        assertThat(driver.log()).contains("triage-case by dispatcher.rnd");
        assertThat(driver.log()).noneMatch(done -> done.startsWith("sign-outcome") && done.endsWith("epicare"));
    }

    @Test
    void aCaseMovesToAHospitalAbroadBetweenDraftAndSignatures() {
        driver.follow(Script.straight().but("sign-outcome", Script.NOTHING));
        driver.workUntil("sign-outcome");
        var agreed = provider("ous", "yes");
        assertThat(report("coordinator.epicare", "transfer", agreed)).isEqualTo(403);
        assertThat(report("clinician.fi", "transfer", provider("ous", "no"))).isEqualTo(409);
        assertThat(report("clinician.fi", "transfer", agreed)).isEqualTo(202);
        assertThat(door.as("clinician.fi").get(driver.path("")).status()).isEqualTo(404);
        assertThat(door.as("lead.epicare").get(driver.path("")).status()).isEqualTo(404);

        var there = new CaseDriver(door, driver.caseId(), "clinician.no", Script.straight());
        there.workUntil("record-consent");
        there.workUntil("confirm-receipt");
        assertThat(there.theCase().path("provider").asText()).isEqualTo("ous");
        assertThat(there.theCase().path("country").asText()).isEqualTo("no");
        assertThat(there.log()).anyMatch(done -> done.startsWith("domestic-opinion"));
        assertThat(there.told().entries("outcome-superseded")).hasSize(1);
    }

    @Test
    void anotherHospitalTakesOverTheFollowUpWithTheDatesThatAreLeft() {
        driver.workUntilQuiet();
        var next = driver.theCase().path("nextFollowUp").asText();
        assertThat(report("clinician.fi", "transfer", network("rnd"))).isEqualTo(409);
        assertThat(report("clinician.fi", "transfer", provider("ous", "yes"))).isEqualTo(202);

        var there = new CaseDriver(door, driver.caseId(), "clinician.no", Script.straight());
        there.told().awaitPassed("referral/resume-at");
        there.workUntilQuiet();
        assertThat(there.theCase().path("nextFollowUp").asText()).isEqualTo(next);
        assertThat(there.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");
    }

    @Test
    void anAdviceSupersededAfterItsDeliveryIsWorkedOutAnewWithoutThatExpert() {
        driver.workUntil("review-advice");
        var found = Map.of("expert", "expert1.epicare", "kind", "financial", "reason", "Holds shares.");
        var signer = driver.log().stream()
                .filter(done -> done.startsWith("expert-opinion by "))
                .findFirst()
                .orElseThrow()
                .substring("expert-opinion by ".length());
        var conflict = new java.util.HashMap<>(found);
        conflict.put("expert", signer);
        assertThat(report("coordinator.epicare", "conflict-found", conflict)).isEqualTo(202);

        driver.workUntil("convene-panel");
        driver.workUntil("review-advice");
        assertThat(driver.told().entries("outcome-signed")).hasSize(2);
        assertThat(driver.told().entries("outcome-superseded")).hasSize(1);
        assertThat(driver.log())
                .filteredOn(("expert-opinion by " + signer)::equals)
                .hasSize(1);
    }

    @Test
    void aCaseInTheFollowUpIsReopenedAndPlansItsReportsAnew() {
        driver.workUntilQuiet();
        assertThat(report("clinician.fi", "re-open", REOPEN)).isEqualTo(202);
        driver.workUntil("record-consent");
        assertThat(driver.theCase().path("nextFollowUp").isTextual()).isFalse();
        assertThat(driver.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");
    }

    @Test
    void anExpertWhoAcceptedDropsOutAndAnotherGivesTheOpinion() {
        var opinion = driver.workUntil("expert-opinion");
        var expert = opinion.path("assignee").asText();
        var gone = Map.of("expert", expert, "kind", "illness");
        assertThat(report("coordinator.epicare", "expert-unavailable", gone)).isEqualTo(202);
        assertThat(report("coordinator.epicare", "expert-unavailable", gone)).isEqualTo(409);
        assertThat(door.as(expert).get(driver.path("")).status()).isEqualTo(404);

        driver.workUntil("draft-outcome");
        assertThat(driver.told().entries("expert-invited")).hasSize(4);
        assertThat(driver.log()).doesNotContain("expert-opinion by " + expert);
    }

    @Test
    void aDuplicateIsClosedInFavourOfTheOtherAndBothSaySo() {
        driver.workUntil("triage");
        var other = CaseDriver.register(
                door, "clinician.fi", Onni.answers(), Script.straight().but("record-consent", Script.NOTHING));
        var same = Map.of("other", other.caseId(), "how", "merge", "reason", "Registered twice.");
        assertThat(report("dispatcher.epicare", "duplicate", same)).isEqualTo(403);
        assertThat(report("clinician.fi", "duplicate", same)).isEqualTo(202);
        assertThat(report("clinician.fi", "duplicate", same)).isEqualTo(409);

        driver.await("is closed", CaseDriver::isOver);
        assertThat(driver.theCase().path("closingReason").asText()).isEqualTo("DUPLICATE");
        assertThat(driver.theCase().path("linked").path(0).path("how").asText()).isEqualTo("merged-into");
        assertThat(other.theCase().path("linked").path(0).path("how").asText()).isEqualTo("merged-from");
        assertThat(door.as("dispatcher.epicare").get(driver.path("")).status()).isEqualTo(404);
        driver.told().awaitEnded();
        assertThat(report("clinician.fi", "re-open", REOPEN)).isEqualTo(409);
    }

    private int report(String account, String event, Object said) {
        return door.as(account).post(driver.path("/events/" + event), said).status();
    }

    private static Map<String, Object> network(String network) {
        return Map.of("target", "network", "toNetwork", network, "reason", "It knows more of it.");
    }

    private static Map<String, Object> provider(String provider, String agreed) {
        return Map.of(
                "target", "provider", "toProvider", provider, "patientAgrees", agreed, "reason", "The family moves.");
    }
}
