package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The consent does not hold any more at the moment at which something is to be shared. */
@JourneyTest
class ConsentMissingTests {

    @LocalServerPort
    int port;

    private Door door;
    private CaseDriver driver;

    @BeforeEach
    void register() {
        door = Door.at(port);
        driver = CaseDriver.register(door, "clinician.fi", Onni.answers(), Script.straight());
    }

    /** The panel, which lost the case with the consent, does not sign; its time runs out, and the outcome goes on as it is. */
    @Test
    void nothingIsDeliveredBeforeTheConsentIsRenewed() {
        narrowedWhileThePanelSigns();
        var asked = driver.await("asks for the consent anew", now -> asks(now, "record-consent"));
        assertThat(asked.path("state").asText()).isEqualTo("SIGNING");
        assertThat(driver.told().entries("outcome-delivered")).isEmpty();
        assertNothingIsStuck();

        driver.follow(Script.straight()).workUntil("confirm-receipt");
        assertThat(driver.told().entries("outcome-delivered")).hasSize(1);
        assertThat(driver.theCase().path("state").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void whereThePatientDeclinesTheReferralEndsAndTheCopiesAreDealtWith() {
        narrowedWhileThePanelSigns();
        var asked = driver.await("asks for the consent anew", now -> asks(now, "record-consent"));
        driver.follow(Script.straight().but("record-consent", Map.of("consentGiven", "no")));
        asked.path("openWork").forEach(driver::work);
        driver.await("asks what becomes of the record", now -> asks(now, "confirm-erasure"));

        assertThat(driver.isOver()).isTrue();
        assertThat(driver.told().entries("outcome-delivered")).isEmpty();
        assertNothingIsStuck();
    }

    @Test
    void whomANarrowerConsentKeptOutGoesOnOnceTheNextOneCoversThem() {
        var opinion = driver.workUntil("expert-opinion");
        var form = "/api/v1/work-items/" + opinion.path("taskKey").asText() + "/form";
        var expert = door.as(opinion.path("assignee").asText());

        agree(List.of("referral"));
        assertThat(expert.get(form).status()).isEqualTo(404);
        agree(List.of("referral", "record-sharing", "panel-care"));

        expert.get(form).expect(200);
        driver.follow(Script.straight()).workUntil("sign-outcome");
        assertNothingIsStuck();
    }

    private void narrowedWhileThePanelSigns() {
        driver.workUntil("sign-outcome");
        agree(List.of("referral"));
        assertThat(door.as("expert1.epicare").get(driver.path("")).status()).isEqualTo(404);
        door.advance("P6D");
    }

    private void agree(List<String> scopes) {
        var consent = new HashMap<>(Usual.ANSWERS.get("record-consent"));
        consent.putAll(Map.of(
                "scopes", scopes,
                "documentVersion", "2",
                "language", "fi",
                "date", "2026-01-10",
                "placeOfOriginal", "Archive of the clinic",
                "interpreter", "not-needed"));
        var form = Door.JSON.createObjectNode();
        form.setAll(CaseDriver.object(consent));
        door.as("clinician.fi").post(driver.path("/consents"), form).expect(200);
    }

    private void assertNothingIsStuck() {
        var processes = door.as("clinician.fi")
                .get(driver.path("/processes"))
                .expect(200)
                .body();
        assertThat(processes.path("items"))
                .isNotEmpty()
                .noneMatch(process -> process.path("hasIncident").asBoolean());
    }

    private static boolean asks(JsonNode now, String form) {
        return now.path("openWork").findValuesAsText("formId").contains(form);
    }
}
