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

/** Each country goes its own way to the network and, where treatment abroad is advised, its own way there. */
@JourneyTest
class NationalJourneysTests {

    private static final Script ABROAD =
            Script.straight().but("draft-outcome", Map.of("travelNeeded", "yes", "treatmentPlace", "Marseille"));

    private static final List<String> CARE_ONLY = List.of("referral", "record-sharing", "panel-care");

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    void norwayDenmarkAndUkraineGoTheirOwnWays() {
        var done = new Caseload(door, 3)
                .work(
                        List.<java.util.function.Supplier<CaseDriver>>of(this::norway, this::denmark, this::ukraine),
                        it -> it.get());

        assertThat(done)
                .allSatisfy(driver -> assertThat(
                                driver.theCase().path("closingReason").asText())
                        .isEqualTo("ADVISED"));
        assertNorwayMetInItsNetworkAndAppealed(done.get(0));
        assertDenmarkKeptItsFourConditions(done.get(1));
        assertUkraineWaivedAndFoundAHospital(done.get(2));
    }

    private CaseDriver norway() {
        var script = ABROAD.but("funding-decision", 0, Map.of("fundingDecision", "refused"))
                .but("appeal", Map.of("appealDecision", "appeal"));
        return CaseDriver.register(door, "clinician.no", Onni.answers("no", "ous"), script);
    }

    private CaseDriver denmark() {
        var script = ABROAD.but("four-conditions", Map.of("fourConditions", "not-met", "recognisedTreatment", false));
        return CaseDriver.register(door, "clinician.dk", Onni.answers("dk", "rigshospitalet"), script);
    }

    private CaseDriver ukraine() {
        var urgent =
                Onni.answers("ua", "okhmatdyt").put("urgency", "urgent").put("urgencyReason", "Status epilepticus.");
        return CaseDriver.register(
                door, "clinician.ua", urgent, ABROAD.but("exhaustion-waiver", Map.of("waiverGround", "urgent")));
    }

    @Test
    void nobodyIsTreatedAbroadAgainstThePatientsWill() {
        var done = new Caseload(door, 2)
                .work(
                        List.<java.util.function.Supplier<CaseDriver>>of(this::swedenTakesBack, this::germanyDeclines),
                        it -> it.get());

        assertThat(done)
                .allSatisfy(driver -> assertThat(
                                driver.theCase().path("closingReason").asText())
                        .isEqualTo("ADVISED"));
        assertThat(done.get(0).log())
                .containsSubsequence(
                        "extend-consent by clinician.se",
                        "region-statement by centre.se",
                        "abroad-application by clinician.se",
                        "abroad-application by clinician.se",
                        "recall-application by clinician.se",
                        "follow-up-report by clinician.se")
                .doesNotContain("funding-decision by funding.se");
        assertThat(done.get(1).log())
                .containsSubsequence("extend-consent by clinician.de", "follow-up-report by clinician.de")
                .doesNotContain("abroad-application by clinician.de");
    }

    @Test
    void aCaseKeepsTheRulesOfItsDayUntilItIsMoved() {
        var poland = CaseDriver.register(door, "clinician.pl", Onni.answers("pl", "czd"), ABROAD);
        poland.workUntil("record-consent");
        var day = LocalDate.parse(rules("clinician.pl", poland).path("rulesOf").asText());
        var later = Map.of("rulesOf", day.plusDays(1).toString());
        assertThat(door.as("clinician.pl").post(poland.path("/rules"), later).status())
                .isEqualTo(409);
        door.advance("P1D");

        door.as("clinician.pl").post(poland.path("/rules"), later).expect(200);

        assertThat(rules("clinician.pl", poland)).isEqualTo(Door.JSON.valueToTree(later));
        assertThat(poland.told().entries("moved-to-newer-rules")).hasSize(1);
        assertThat(door.as("clinician.fi").post(poland.path("/rules"), later).status())
                .isEqualTo(404);
        poland.workUntil("domestic-opinion");
    }

    @Test
    void theOwnerOfAPackMovesAllItsCasesAfterAPreview() {
        var one = CaseDriver.register(door, "clinician.no", Onni.answers("no", "ous"), ABROAD);
        one.workUntil("record-consent");
        door.advance("P1D");
        var two = CaseDriver.register(door, "clinician.no", Onni.answers("no", "ous"), ABROAD);
        two.workUntil("record-consent");
        var first = LocalDate.parse(rules("clinician.no", one).path("rulesOf").asText());
        var second = LocalDate.parse(rules("clinician.no", two).path("rulesOf").asText());
        var moves = "/api/v1/packs/no/moves";

        var preview = door.as("owner.no")
                .get(moves + "?rulesOf=" + second)
                .expect(200)
                .body();
        assertThat(line(preview, one).path("moves").asBoolean()).isTrue();
        assertThat(rules("clinician.no", one).path("rulesOf").asText()).isEqualTo(first.toString());

        var to = Map.of("rulesOf", second.toString());
        var moved = door.as("owner.no").post(moves, to).expect(200).body();
        assertThat(line(moved, one).path("rulesOf").asText()).isEqualTo(first.toString());
        assertThat(line(moved, two).path("moves").asBoolean()).isTrue();
        assertThat(rules("clinician.no", one)).isEqualTo(Door.JSON.valueToTree(to));
        assertThat(one.told().entries("moved-to-newer-rules")).hasSize(1);
        assertThat(two.told().entries("moved-to-newer-rules")).isEmpty();

        var back = door.as("owner")
                .post(moves, Map.of("rulesOf", first.toString()))
                .expect(200)
                .body();
        assertThat(line(back, one).path("reason").asText()).isEqualTo("pack-day");
        assertThat(door.as("owner.no").post("/api/v1/packs/se/moves", to).status())
                .isEqualTo(403);
        assertThat(door.as("clinician.no").post(moves, to).status()).isEqualTo(403);
    }

    private static JsonNode line(JsonNode moves, CaseDriver of) {
        return StreamSupport.stream(moves.path("cases").spliterator(), false)
                .filter(it -> it.path("caseId").asText().equals(of.caseId()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode rules(String who, CaseDriver of) {
        return door.as(who).get(of.path("/rules")).expect(200).body();
    }

    /** Not asked at first, agreed later, an application without its documents, and taken back while the insurer decides. */
    private CaseDriver swedenTakesBack() {
        var script = ABROAD.but("record-consent", 0, Map.of("scopes", CARE_ONLY))
                .but("abroad-application", 0, Map.of("documents", List.of("treatment-plan")));
        var sweden = CaseDriver.register(door, "clinician.se", Onni.answers("se", "karolinska"), script);
        sweden.workUntil("funding-decision");
        assertThat(door.as("funding.se").get(sweden.path("")).status()).isEqualTo(200);

        door.as("clinician.se")
                .post(
                        sweden.path("/events/consent-withdrawn"),
                        Map.of(
                                "scopes",
                                List.of("treatment-abroad"),
                                "withdrawnOn",
                                door.clock().instant().toString().substring(0, 10),
                                "channel",
                                "in-person"))
                .expect(202);
        assertThat(door.as("funding.se").get(sweden.path("")).status()).isEqualTo(404);
        return sweden;
    }

    private CaseDriver germanyDeclines() {
        var script = ABROAD.but("record-consent", 0, Map.of("scopes", CARE_ONLY))
                .but("record-consent", 1, Map.of("consentGiven", "no"));
        return CaseDriver.register(door, "clinician.de", Onni.answers("de", "charite"), script);
    }

    private static void assertNorwayMetInItsNetworkAndAppealed(CaseDriver norway) {
        assertThat(norway.log())
                .containsSubsequence(
                        "domestic-opinion by centre.no",
                        "national-meeting by centre.no",
                        "confirm-network by contact.no",
                        "documented-benefit by clinician.no",
                        "abroad-application by clinician.no",
                        "funding-decision by funding.no",
                        "appeal by clinician.no",
                        "appeal-decision by funding.no",
                        "travel by clinician.no",
                        "return-summary by clinician.no",
                        "follow-up-report by clinician.no");
        norway.told().awaitPassed("domestic-no/national-meeting", "abroad-decision/appeal-granted");
    }

    private static void assertDenmarkKeptItsFourConditions(CaseDriver denmark) {
        assertThat(denmark.log())
                .containsSubsequence(
                        "domestic-opinion by centre.dk",
                        "confirm-network by sponsor.dk",
                        "four-conditions by centre.dk",
                        "follow-up-report by clinician.dk")
                .doesNotContain("abroad-application by clinician.dk");
        denmark.told().awaitPassed("domestic-dk/exhaustion", "abroad-dk/conditions-not-met");
    }

    private static void assertUkraineWaivedAndFoundAHospital(CaseDriver ukraine) {
        assertThat(ukraine.log())
                .containsSubsequence(
                        "exhaustion-waiver by clinician.ua",
                        "approve-waiver by contact.ua",
                        "confirm-network by contact.ua",
                        "receiving-hospital by contact.ua",
                        "funding-decision by funding.ua",
                        "return-summary by clinician.ua");
        ukraine.told().awaitPassed("domestic-ua/network-may-be-asked", "abroad-ua/treated-abroad");
    }
}
