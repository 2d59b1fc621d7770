package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each request has somebody who answers it, or ends by itself, when the case moves on or its copy is erased. */
@JourneyTest
class RequestsMeanwhileTests extends RightsStory {

    @Test
    void whatWasAskedOfAHospitalIsAnsweredByTheOneThatTakesTheCaseOver() {
        var driver = register();
        driver.workUntil("asks for an opinion at home", now -> asks(now, "domestic-opinion"));
        var key = ask(driver, "clinician.fi", "access", Map.of())
                .path("parts")
                .path(0)
                .path("id");
        var there = move(driver);

        answer(there, "dpo.no", Map.of("requestDecision", "extend", "extensionGround", "number", "reason", "Many."))
                .expect(200);
        there.await(
                "is asked again",
                now -> due(now, "answer-request").startsWith(day().plusMonths(3).toString()));
        assertThat(door.as("dpo.fi")
                        .get(driver.path("/requests/" + key.asText() + "/copy.json"))
                        .status())
                .isEqualTo(404);
        door.as("dpo.no")
                .get(driver.path("/requests/" + key.asText() + "/copy.json"))
                .expect(200);
        answer(there, "dpo.no", Map.of("requestDecision", "fulfil", "identityChecked", true))
                .expect(200);
        awaitPart(there, "dpo.no", "access", "home", "fulfilled");
    }

    @Test
    void aWithdrawalRightAfterAMoveAsksTheHospitalThatHasTheCaseNow() {
        var driver = register();
        driver.workUntil("expert-opinion");
        var there = move(driver);
        ask(there, "dpo.no", "withdrawal", Map.of("scopes", List.of("panel-care"), "channel", "letter"));

        var keep = Map.of("homeRecord", "retain", "networkCopy", "retain", "reason", "The family asks to keep it.");
        complete(there, "dpo.no", "confirm-erasure", keep).expect(200);
        there.await(
                "is quiet",
                now -> CaseDriver.isOver(now) && now.path("openWork").isEmpty());
    }

    @Test
    void whatElseIsAskedAboutACopyEndsWithItsErasure() {
        var driver = register();
        driver.workUntil("expert-opinion");
        ask(driver, "dpo.fi", "withdrawal", Map.of("scopes", List.of("panel-care"), "channel", "letter"));
        driver.await("asks what becomes of it", now -> CaseDriver.isOver(now) && asks(now, "confirm-erasure"));
        ask(driver, "clinician.fi", "erasure", Map.of());
        ask(driver, "dpo.fi", "erasure", Map.of());
        driver.await(
                "asks both twice",
                now -> now.path("openWork").findValuesAsText("formId").stream()
                                .filter("answer-request"::equals)
                                .count()
                        == 4);
        var fulfil = Map.of("requestDecision", "fulfil", "identityChecked", true);

        answer(driver, "dpo.fi", fulfil).expect(200);
        answer(driver, "coordinator.epicare", fulfil).expect(200);

        driver.await(
                "is erased and quiet",
                now -> now.path("state").asText().equals("ERASED")
                        && now.path("openWork").isEmpty());
        driver.told().awaitEnded();
        driver.await(
                "has answered every part",
                now -> list(driver, "dpo.fi").findValuesAsText("state").stream()
                        .allMatch(state -> List.of("fulfilled", "erased").contains(state)));
        assertThat(page("dpo.fi", driver, "/rights"))
                .contains("erased meanwhile")
                .doesNotContain("??");
        assertCertificateHolds(driver);
    }

    private CaseDriver move(CaseDriver driver) {
        var moved = Map.of(
                "target", "provider", "toProvider", "ous", "patientAgrees", "yes", "reason", "The family moves.");
        door.as("clinician.fi").post(driver.path("/events/transfer"), moved).expect(202);
        return new CaseDriver(door, driver.caseId(), "clinician.no", Script.straight());
    }
}
