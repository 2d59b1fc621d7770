package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konsil.casefile.Attachments;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Dossiers as hospitals really send them end where they should, and whoever sent one is told what is wrong with it. */
@JourneyTest
class DossiersTests {

    @LocalServerPort
    int port;

    @Autowired
    Attachments attachments;

    @Autowired
    TransactionTemplate transaction;

    private Door door;
    private final List<String> networks = new ArrayList<>();

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @ParameterizedTest
    @MethodSource("org.konsil.journey.Dossier#all")
    void aMessyDossierEndsWhereItShould(Dossier dossier) {
        var driver = taken(dossier);
        var flags = driver.theCase().path("flags");
        assertThat(StreamSupport.stream(flags.spliterator(), false).map(JsonNode::asText))
                .containsAll(dossier.flags());
        if (dossier.scan()) {
            attach(driver, dossier);
        }
        if (dossier.confirmsDeath() != null) {
            door.as(dossier.clinician())
                    .post(driver.path("/death-confirmation"), dossier.confirmsDeath())
                    .expect(202);
        }
        var second = dossier.second() == null ? null : register(dossier, dossier.asOfTheSecond());
        dossier.events().forEach(event -> report(driver, event, second));
        for (var jump : dossier.clock()) {
            driver.workUntilLeft();
            door.advance(jump);
        }

        var end = driver.workUntilOver();
        assertThat(end.path("closingReason").asText()).isEqualTo(dossier.ends());
        assertItWentAsItShould(dossier, driver, end);
    }

    /** Sent as the hospital has it; if that is refused, each field is named, nothing is stored, and the correction is taken. */
    private CaseDriver taken(Dossier dossier) {
        if (!dossier.refused().isEmpty()) {
            var refused = door.as(dossier.clinician())
                    .post("/api/v1/cases", dossier.asSent())
                    .expect(422);
            assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                    .containsExactlyInAnyOrderElementsOf(dossier.refused());
        }
        return register(dossier, dossier.asCorrected());
    }

    private CaseDriver register(Dossier dossier, ObjectNode answers) {
        var script = dossier.script().but(asked -> remember(asked) && false, asked -> Script.NOTHING);
        return CaseDriver.register(door, dossier.clinician(), answers, script);
    }

    private boolean remember(Asked asked) {
        if (asked.formId().equals("confirm-network") && networks.isEmpty()) {
            networks.addAll(asked.options("networkOptions"));
        }
        return true;
    }

    private void report(CaseDriver driver, Dossier.Event event, @org.jspecify.annotations.Nullable CaseDriver second) {
        driver.workUntil(event.when());
        var said = event.said().deepCopy();
        if (second != null) {
            said.put("other", second.caseId());
        }
        door.as(event.by()).post(driver.path("/events/" + event.event()), said).expect(202);
    }

    private void attach(CaseDriver driver, Dossier dossier) {
        var page = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        transaction.executeWithoutResult(status -> attachments.add(
                CaseId.of(driver.caseId()), Controller.HOME, "Scan 1.pdf", page, Actor.of(dossier.clinician())));
    }

    private void assertItWentAsItShould(Dossier dossier, CaseDriver driver, JsonNode end) {
        if (dossier.linked() != null) {
            assertThat(end.path("linked").path(0).path("how").asText()).isEqualTo(dossier.linked());
        }
        assertThat(networks.stream().filter(dossier.ranked()::contains)).containsExactlyElementsOf(dossier.ranked());
        dossier.history()
                .forEach(action ->
                        assertThat(driver.told().entries(action)).as(action).isNotEmpty());
        dossier.answeredBy()
                .forEach(account -> assertThat(driver.log()).anyMatch(done -> done.endsWith(" by " + account)));
        dossier.unseenBy()
                .forEach(account -> assertThat(
                                door.as(account).get(driver.path("")).status())
                        .as(account)
                        .isEqualTo(404));
    }
}
