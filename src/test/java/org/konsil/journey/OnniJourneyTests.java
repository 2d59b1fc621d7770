package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The reference story with its detours, from the registration of a boy in Helsinki to a year after his treatment in Marseille. */
@JourneyTest
class OnniJourneyTests {

    @LocalServerPort
    int port;

    private Door door;
    private CaseDriver onni;
    private Told told;

    @BeforeEach
    void register() {
        door = Door.at(port);
        onni = CaseDriver.register(door, "clinician.fi", Onni.answers(), OnniStory.script());
        told = onni.told();
    }

    @Test
    void onniIsAdvisedTreatedAndFollowedForAYear() throws IOException {
        consentIsAskedFirst();
        theNetworkAsksForWhatIsMissing();
        expertsWhoCannotTakePartAreReplaced();
        theClockStandsStillWhileThePanelWaits();
        onlyThePanelDiscusses();
        whoDoesNotSignIsListed();
        theDocumentNamesDissentAndSilence();
        theAdviceIsAnsweredItemByItem();
        theParentsGetALetterThatTheClinicianReleased();
        theTreatmentAbroadIsFunded();
        theNetworkToldTheClinicianOnTheWay();
        aYearLaterTheCaseIsClosed();
        theRegistryGetsWhatTheParentsAgreedTo();
        everythingIsAccountedFor();
    }

    private void consentIsAskedFirst() {
        onni.workUntil("record-consent");
        assertThat(onni.theCase().path("state").asText()).isEqualTo("AWAITING_CONSENT");
        told.awaitStandsAt("referral/consent", "consent/record-consent");
        assertThat(door.as("dispatcher.epicare").get(onni.path("")).status()).isEqualTo(404);
    }

    private void theNetworkAsksForWhatIsMissing() {
        onni.workUntil("triage");
        assertThat(onni.theCase().path("network").asText()).isEqualTo("epicare");
        var returned = onni.workUntil("supply-information");
        assertThat(returned.path("candidateGroups").path(0).asText()).isEqualTo("clinician:hus");
        told.awaitStandsAt("referral/triage", "triage/supply-information");
    }

    private void expertsWhoCannotTakePartAreReplaced() {
        onni.workUntil("replace-experts");
        told.awaitStandsAt("go-on/replace-experts");
        assertThat(door.as("expert1.epicare").get(onni.path("")).status()).isEqualTo(404);
        assertThat(door.as("expert2.epicare").get(onni.path("")).status()).isEqualTo(404);
        onni.workUntil("lead-discussion");
        assertThat(told.entries("quorum-reached")).hasSize(1);
    }

    private void theClockStandsStillWhileThePanelWaits() {
        var asked = onni.workUntil("supply-information");
        var waiting = onni.theCase();
        assertThat(asked.path("elementId").asText()).isEqualTo("supply-information");
        assertThat(waiting.path("state").asText()).isEqualTo("AWAITING_INFO");
        assertThat(clock(waiting)).isEqualTo("stopped");
        onni.workUntil("lead-discussion");
        assertThat(onni.theCase().path("state").asText()).isEqualTo("ASSESSING");
        assertThat(clock(onni.theCase())).isEqualTo("on-time");
        assertThat(told.entries("clock-stopped").toString()).contains("stage-triage", "lead-discussion");
        assertThat(told.entries("clock-stopped")).hasSize(2);
        assertThat(told.entries("clock-resumed")).hasSize(2);
    }

    private String clock(com.fasterxml.jackson.databind.JsonNode now) {
        return now.path("clocks").findParents("step").stream()
                .filter(goal -> goal.path("step").asText().equals("lead-discussion"))
                .map(goal -> goal.path("state").asText())
                .findFirst()
                .orElse("none");
    }

    private void onlyThePanelDiscusses() {
        var thread = onni.path("/discussion");
        var first = door.as("expert3.epicare").post(thread, Map.of("text", "Focal, and close to speech."));
        var id = first.expect(201).body().path("id").asText();
        door.as("guest.uk")
                .post(thread, Map.of("text", "Then resection.", "replyTo", id))
                .expect(201);
        var revised = Map.of("text", "Focal, and far from speech.");
        door.as("expert3.epicare").put(thread + "/" + id, revised).expect(200);
        var read = door.as("lead.epicare").get(thread).expect(200).body().path("items");
        assertThat(read.findValuesAsText("text")).containsExactly("Focal, and far from speech.", "Then resection.");
        assertThat(read.path(0).path("version").asInt()).isEqualTo(2);
        assertThat(door.as("guest.uk").put(thread + "/" + id, revised).status()).isEqualTo(403);
        assertThat(door.as("clinician.fi").get(thread).status()).isEqualTo(403);
        assertThat(door.as("expert1.epicare").get(thread).status()).isEqualTo(404);
    }

    private void whoDoesNotSignIsListed() {
        onni.workUntil(
                "waits for one signature",
                now -> now.path("state").asText().equals("SIGNING")
                        && now.path("openWork")
                                .findValuesAsText("assignee")
                                .equals(java.util.List.of("expert4.epicare")));
        door.advance("P5DT1H");
        onni.workUntil("confirm-receipt");
        assertThat(told.entries("outcome-signed")
                        .getFirst()
                        .path("details")
                        .path("missing")
                        .asInt())
                .isEqualTo(1);
    }

    private void theDocumentNamesDissentAndSilence() throws IOException {
        var pdf = door.as("clinician.fi").download(onni.path("/outcome.pdf"));
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("GammaKnife", "Marseille", OnniStory.DISSENT)
                    .containsPattern("Eleanor Whitcombe: dissents")
                    .contains("did not sign");
        }
    }

    private void theAdviceIsAnsweredItemByItem() {
        onni.workUntil("abroad-application");
        assertThat(told.entries("advice-answered")
                        .getFirst()
                        .path("details")
                        .path("rejected")
                        .asInt())
                .isEqualTo(1);
        assertThat(door.as("expert3.epicare").get(onni.path("")).status()).isEqualTo(404);
    }

    private void theParentsGetALetterThatTheClinicianReleased() throws IOException {
        assertThat(told.entries("letter-released")).hasSize(1);
        var letter = door.as("clinician.fi")
                .get(onni.path("/letters"))
                .expect(200)
                .body()
                .path("items")
                .path(0);
        assertThat(letter.path("state").asText()).isEqualTo("released");
        assertThat(letter.path("text").asText()).contains("ERN EpiCARE");
        var pdf = door.as("clinician.fi").download(onni.path("/letters/1.pdf"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage())
                    .isEqualTo(letter.path("language").asText());
        }
        assertThat(door.as("coordinator.epicare").get(onni.path("/letters")).status())
                .isEqualTo(403);
    }

    private void theRegistryGetsWhatTheParentsAgreedTo() {
        told.awaitPassed("close-out/export-registry", "close-out/export-research");
        assertThat(told.entries("registry-exported")).hasSize(2);
        var records = door.as("coordinator.epicare")
                .get("/api/v1/networks/epicare/registry.json")
                .expect(200)
                .body();
        assertThat(records.path("items").findValuesAsText("1.1 pseudonym")).allMatch(it -> it.startsWith("R-"));
    }

    private void theTreatmentAbroadIsFunded() {
        assertThat(onni.theCase().path("state").asText()).isEqualTo("TREATMENT_ABROAD");
        onni.workUntilQuiet();
        told.awaitPassed(
                "abroad-decision/funding-decision", "abroad-travel/return-summary", "abroad-fi/treated-abroad");
    }

    private void theNetworkToldTheClinicianOnTheWay() {
        var reports = door.as("clinician.fi")
                .get(onni.path("/interim-reports"))
                .expect(200)
                .body()
                .path("items");
        assertThat(reports.findValuesAsText("step"))
                .containsSubsequence(
                        "request-sent", "case-taken", "panel-convened", "discussion", "discussion", "outcome-drafted");
    }

    private void aYearLaterTheCaseIsClosed() {
        var end = onni.workUntilOver();
        assertThat(end.path("state").asText()).isEqualTo("CLOSED");
        assertThat(end.path("closingReason").asText()).isEqualTo("ADVISED");
        assertThat(end.path("openWork")).isEmpty();
        assertThat(onni.log())
                .filteredOn(done -> done.startsWith("follow-up-report"))
                .hasSize(3);
    }

    private void everythingIsAccountedFor() {
        assertThat(told.states())
                .containsExactly(
                        "awaiting-consent",
                        "domestic-review",
                        "routing",
                        "triage",
                        "convening",
                        "assessing",
                        "awaiting-info",
                        "assessing",
                        "outcome-draft",
                        "signing",
                        "signing",
                        "delivered",
                        "treatment-abroad",
                        "follow-up");
        told.awaitEnded();
        var chain =
                door.as("auditor").get("/api/v1/audit/verification").expect(200).body();
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
    }
}
