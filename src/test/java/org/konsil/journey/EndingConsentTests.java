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

/** Consents that end on a day: renewed, renewed late, and never. */
@JourneyTest
class EndingConsentTests {

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    void theCaseWaitsForARenewalAndEndsAsAfterAWithdrawalWhereThereIsNone() {
        var renewed = ending();
        var forgotten = ending();
        var advised = ending();
        var waits = renewed.workUntil("expert-opinion");
        var ends = forgotten.workUntil("expert-opinion");
        advised.workUntil("follows up", now -> now.path("nextFollowUp").isTextual());
        for (var driver : List.of(renewed, forgotten, advised)) {
            assertThat(item(driver, "record-consent").path("elementId").asText())
                    .isEqualTo("renew-consent");
            assertThat(driver.theCase().path("waitsForConsent").asBoolean()).isFalse();
        }

        door.advance("P5D");

        for (var driver : List.of(renewed, forgotten, advised)) {
            driver.await("waits", now -> now.path("waitsForConsent").asBoolean() && asks(now, "renew-ended-consent"));
        }
        assertTheExpertIsToldWhy(renewed, waits);
        assertTheExpertIsToldWhy(forgotten, ends);
        assertThat(door.as("dispatcher.epicare")
                        .get(advised.path(""))
                        .expect(200)
                        .text())
                .doesNotContain("confirm-receipt")
                .contains("\"waitsForConsent\":true");

        renewed.follow(Script.straight().but("record-consent", Map.of("expiry", "2061-12-31")))
                .work(item(renewed, "record-consent"));
        renewed.await("goes on", now -> !now.path("waitsForConsent").asBoolean());
        door.as(waits.path("assignee").asText()).get(form(waits)).expect(200);
        assertThat(clock(renewed, waits)).isNotEqualTo("stopped");

        door.advance("P31D");

        var end = forgotten.await("ends", now -> CaseDriver.isOver(now) && asks(now, "confirm-erasure-unconsented"));
        assertThat(end.path("closingReason").asText()).isEqualTo("NO_CONSENT");
        assertIsOut(forgotten, ends.path("assignee").asText());
        assertThat(forgotten.told().entries("consent-lapsed")).hasSize(1);
        advised.await(
                "is the hospital's own", now -> !now.path("waitsForConsent").asBoolean());
        assertIsOut(advised, "dispatcher.epicare");
        assertThat(advised.theCase().path("state").asText()).isEqualTo("FOLLOW_UP");
        advised.await("asks the network for its copy", now -> asks(now, "answer-request"));
    }

    /** Signed for three days; whoever is asked to renew it does not answer. */
    private CaseDriver ending() {
        var soon = LocalDate.now(door.clock()).plusDays(3).toString();
        var script = Script.straight()
                .but("record-consent", Map.of("expiry", soon))
                .but(asked -> asked.elementId().startsWith("renew"), asked -> Script.NOTHING);
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), script);
    }

    private void assertTheExpertIsToldWhy(CaseDriver driver, JsonNode opinion) {
        var expert = opinion.path("assignee").asText();
        var refused = door.as(expert).get(form(opinion));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asText()).isEqualTo("consent-awaited");
        assertThat(door.as(expert).get(driver.path("")).expect(200).text()).doesNotContain("seizures");
        assertThat(clock(driver, opinion)).isEqualTo("stopped");
    }

    private void assertIsOut(CaseDriver driver, String account) {
        assertThat(door.as(account).get(driver.path("")).status()).isEqualTo(404);
    }

    private static String form(JsonNode item) {
        return "/api/v1/work-items/" + item.path("taskKey").asText() + "/form";
    }

    private static String clock(CaseDriver driver, JsonNode item) {
        return StreamSupport.stream(driver.theCase().path("openWork").spliterator(), false)
                .filter(open -> open.path("taskKey").equals(item.path("taskKey")))
                .findFirst()
                .orElseThrow()
                .path("clock")
                .asText();
    }

    private static JsonNode item(CaseDriver driver, String form) {
        return driver
                .await(
                        "asks for " + form,
                        now -> now.path("openWork").findValuesAsText("formId").contains(form))
                .path("openWork")
                .findParents("formId")
                .stream()
                .filter(open -> open.path("formId").asText().equals(form))
                .findFirst()
                .orElseThrow();
    }

    private static boolean asks(JsonNode now, String element) {
        return now.path("openWork").findValuesAsText("elementId").contains(element);
    }
}
