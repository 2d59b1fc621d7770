package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each country goes its own way to the network and, where treatment abroad is advised, its own way there. */
@JourneyTest
class NationalJourneysTests {

    private static final Script ABROAD =
            Script.straight().but("draft-outcome", Map.of("travelNeeded", "yes", "treatmentPlace", "Marseille"));

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
                        "appeal-decision by contact.no",
                        "return-summary by clinician.no",
                        "follow-up-report by clinician.no");
        norway.told().awaitPassed("domestic-no/national-meeting", "abroad-no/appeal-granted");
    }

    private static void assertDenmarkKeptItsFourConditions(CaseDriver denmark) {
        assertThat(denmark.log())
                .containsSubsequence(
                        "domestic-opinion by centre.dk",
                        "confirm-network by sponsor.dk",
                        "four-conditions by centre.dk",
                        "follow-up-report by clinician.dk")
                .doesNotContain("abroad-application by clinician.dk");
        denmark.told().awaitPassed("domestic-dk/exhaustion", "abroad-dk/refused-abroad");
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
