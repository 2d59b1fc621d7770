package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a follow-up report brings: adverse events, and that the patient has died. */
@JourneyTest
class LateNewsTests {

    private static final Map<String, Object> DEAD = Map.of(
            "vitalStatus", "deceased",
            "followUpEnd", false,
            "adverseEvents", "yes",
            "adverseEventsText", "Rash after the second dose.");

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    void aDeathInAReportIsConfirmedOnceAndEndsTheReferralOrNot() {
        var ended = advised("died");
        var forTheFamily = advised("family");
        // the second was advised a moment after the first
        door.advanceTo(Instant.parse(forTheFamily.theCase().path("nextFollowUp").asText()));

        var end = ended.workUntil("ends", CaseDriver::isOver);
        assertThat(end.path("closingReason").asText()).isEqualTo("DECEASED");
        ended.await("asks for the family", now -> asks(now, "advice-for-family"));
        assertThat(ended.told().entries("patient-died")).hasSize(1);
        assertThat(ended.told().entries("task-superseded")).isEmpty();

        forTheFamily.workUntil("waits again", CaseDriver::waitsForDate);
        forTheFamily.await(
                "shares the adverse event",
                now -> !forTheFamily.told().entries("adverse-events-shared").isEmpty());
        assertThat(page("coordinator.epicare", forTheFamily)).contains("Rash after the second dose.");
        withdraw(forTheFamily);
        assertThat(forTheFamily.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");
        assertThat(forTheFamily.log())
                .filteredOn("confirm-death by clinician.fi"::equals)
                .hasSize(1);
        assertThat(forTheFamily.told().entries("patient-died")).isEmpty();
        assertThat(forTheFamily.told().entries("adverse-events-shared"))
                .extracting(entry -> entry.path("outcome").asText().toLowerCase(Locale.ROOT))
                .startsWith("done")
                .contains("refused");
    }

    private String page(String account, CaseDriver driver) {
        return PageVisitor.signedIn(port, account).open("/cases/" + driver.caseId(), 200);
    }

    private void withdraw(CaseDriver driver) {
        var said = Map.of(
                "scopes",
                List.of("panel-care"),
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

    private CaseDriver advised(String answer) {
        var confirmed = Map.<String, Object>of(
                "answer", answer, "dateOfDeath", LocalDate.now(door.clock()).toString());
        var script = Script.straight().but("follow-up-report", DEAD).but("confirm-death", confirmed);
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), script).workUntilQuiet();
    }

    private static boolean asks(JsonNode now, String form) {
        return now.path("openWork").findValuesAsText("formId").contains(form);
    }
}
