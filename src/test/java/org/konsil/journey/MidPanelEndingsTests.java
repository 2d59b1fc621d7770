package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in which a referral ends while its panel is at work. */
@JourneyTest
class MidPanelEndingsTests {

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
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
        assertThat(driver.told().entries("reminder-sent").toString()).contains("answer-invitation");
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
        var network = driver.await("asks the network", now -> asksOnly(now, "answer-request"));
        driver.work(network.path("openWork").path(0));
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
        driver.told().awaitEnded();
        for (var account : List.of("lead.epicare", "expert1.epicare", "expert2.epicare")) {
            var work = door.as(account)
                    .get("/api/v1/work-items?caseId=" + driver.caseId())
                    .expect(200)
                    .body();
            assertThat(work.path("items")).as(account).isEmpty();
        }
    }
}
