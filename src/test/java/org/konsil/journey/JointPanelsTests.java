package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Panels of several networks, panels that cannot have their quorum, leads who drop out, colleagues in the place of others, sessions. */
@JourneyTest
class JointPanelsTests {

    private static final Map<String, Object> WITH_RND = Map.of("network", "epicare", "coNetworks", List.of("rnd"));
    private static final Map<String, Object> PROPOSED =
            Map.of("contributionDecision", "contribute", "experts", List.of("expert1.rnd"));

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    void aNetworkThatHelpsProposesItsExpertsAndLosesTheCaseWithItsPart() {
        var driver = register(Script.straight().but("confirm-network", WITH_RND).but("propose-experts", PROPOSED));
        driver.workUntil("triage");
        assertThat(sees("coordinator.rnd", driver)).isTrue();
        assertThat(sees("dispatcher.rnd", driver)).isFalse();
        assertThat(sees("coordinator.bond", driver)).isFalse();

        driver.workUntil("draft-outcome");
        assertThat(driver.log()).contains("propose-experts by coordinator.rnd", "expert-opinion by expert1.rnd");
        assertThat(sees("expert1.rnd", driver)).isTrue();

        driver.workUntil("confirm-receipt");
        assertThat(driver.log()).contains("sign-outcome by expert1.rnd");
        assertThat(sees("coordinator.rnd", driver)).isFalse();
        assertThat(sees("expert1.rnd", driver)).isFalse();
        assertThat(sees("coordinator.epicare", driver)).isTrue();
        assertThat(driver.told().entries("network-released")).hasSize(1);
    }

    @Test
    void aNetworkThatDeclinesToHelpLosesTheCaseAtOnceAndThePanelGoesOn() {
        var driver = register(Script.straight()
                .but("confirm-network", WITH_RND)
                .but("propose-experts", Map.of("contributionDecision", "decline", "declineReason", "Not our field.")));
        driver.workUntil("expert-opinion");
        driver.workUntil("lets the network go", now -> !sees("coordinator.rnd", driver));

        driver.workUntil("confirm-receipt");
        assertThat(driver.log()).noneMatch(done -> done.endsWith("expert1.rnd"));
    }

    @Test
    void aThirdNetworkIsAskedToHelpOnceThePatientHasAgreed() {
        var named = Map.<String, Object>of("recipients", "named", "networks", List.of("epicare"));
        var more = Map.<String, Object>of("recipients", "named", "networks", List.of("epicare", "rnd"));
        var driver = register(tooFew(Map.of("replaceDecision", "add-network", "addNetwork", "rnd"))
                .but("propose-experts", PROPOSED)
                .but("record-consent", named)
                .but(asked -> asked.elementId().equals("extend-consent"), asked -> more));
        driver.workUntil(
                "extend-consent by the clinician",
                now -> now.path("openWork").toString().contains("extend-consent"));
        assertThat(sees("coordinator.rnd", driver)).isFalse();

        driver.workUntil("confirm-receipt");
        assertThat(driver.log()).contains("extend-consent by clinician.fi", "propose-experts by coordinator.rnd");
        assertThat(driver.log()).contains("sign-outcome by expert1.rnd");
    }

    @Test
    void aPanelGoesOnWithFewerWhereASecondPersonAgrees() {
        var driver = register(
                tooFew(Map.of("replaceDecision", "fewer", "fewerReason", "Two of them know this disease best.")));
        var open = driver.workUntil("approve-fewer");
        var complete = "/api/v1/work-items/" + open.path("taskKey").asText() + "/complete";
        var agreed = Map.of(
                "data",
                Map.of("fewerDecision", "approved"),
                "version",
                open.path("version").asInt());
        assertThat(door.as("coordinator.epicare").post(complete, agreed).status())
                .isIn(403, 404, 409);
        driver.follow(Script.straight().but("approve-fewer", Map.of("fewerDecision", "approved")));

        driver.workUntil("confirm-receipt");
        assertThat(driver.log()).contains("approve-fewer by dispatcher.epicare");
        assertThat(driver.told().entries("panel-made-smaller")).hasSize(1);
        assertThat(driver.log().stream().filter(done -> done.startsWith("expert-opinion")))
                .hasSize(2);
    }

    @Test
    void aPanelThatCannotBeHadIsHandedOnToAnotherNetwork() {
        var driver = register(tooFew(Map.of(
                "replaceDecision",
                "other-network",
                "toNetwork",
                "rnd",
                "handOnReason",
                "Nobody of ours is free this year.")));
        driver.workUntil("handed on", now -> now.path("network").asText().equals("rnd"));
        assertThat(sees("coordinator.epicare", driver)).isFalse();
        assertThat(sees("expert1.epicare", driver)).isFalse();

        driver.follow(Script.straight());
        driver.workUntil("confirm-receipt");
        assertThat(driver.log()).contains("triage-case by dispatcher.rnd", "draft-outcome by lead.rnd");
    }

    @Test
    void aLeadWhoDropsOutInTheDiscussionIsSucceededByAnExpertOfThePanel() {
        var driver = register(Script.straight()
                .but("lead-discussion", Script.NOTHING)
                .but("appoint-lead", Map.of("newLead", "expert1.epicare")));
        driver.workUntil(
                "has heard all",
                now -> now.path("openWork").size() == 1
                        && driver.log().stream()
                                        .filter(done -> done.startsWith("expert-opinion"))
                                        .count()
                                == 3);
        assertThat(dropsOut(driver, "lead.epicare")).isEqualTo(202);
        assertThat(dropsOut(driver, "lead.epicare")).isEqualTo(409);
        assertThat(sees("lead.epicare", driver)).isFalse();

        driver.follow(Script.straight().but("appoint-lead", Map.of("newLead", firstExpert(driver))));
        driver.workUntil("confirm-receipt");
        assertThat(driver.log())
                .contains(
                        "appoint-lead by coordinator.epicare",
                        "lead-discussion by " + firstExpert(driver),
                        "draft-outcome by " + firstExpert(driver));
        assertThat(driver.log()).noneMatch(done -> done.endsWith("lead.epicare"));
    }

    @Test
    void aLeadInWhomAConflictIsFoundIsSucceededAndNeitherAdvisesNorSigns() {
        var driver = register(Script.straight()
                .but("appoint-lead", Map.of("newLead", "expert7.epicare"))
                .but("lead-discussion", "lead.epicare", Script.NOTHING));
        driver.workUntil("expert-opinion");
        var found = Map.of("expert", "lead.epicare", "kind", "financial", "reason", "Holds shares of the maker.");
        var coordinator = door.as("coordinator.epicare");
        coordinator.post(driver.path("/events/conflict-found"), found).expect(202);
        coordinator.post(driver.path("/events/conflict-found"), found).expect(409);
        assertThat(sees("lead.epicare", driver)).isFalse();

        driver.workUntil("confirm-receipt");

        assertThat(driver.log()).contains("appoint-lead by coordinator.epicare", "sign-outcome by expert7.epicare");
        assertThat(driver.log()).noneMatch(done -> done.endsWith("lead.epicare"));
        assertThat(driver.told().entries("conflict-found")).hasSize(1);
    }

    @Test
    void aColleagueToWhomAnInvitationIsPassedOnDeclaresConflictsForThemselves() {
        var driver = register(Script.straight()
                .but(
                        asked -> asked.formId().equals("panel-invitation")
                                && asked.account().equals("expert1.epicare"),
                        asked -> Map.of("invitationAnswer", "delegate", "delegateTo", "expert7.epicare"))
                .but(
                        "panel-invitation",
                        "expert7.epicare",
                        Map.of("conflictInstitutional", "yes", "conflictDetail", "Same university.")));
        driver.workUntil("confirm-receipt");

        assertThat(driver.log()).contains("answer-invitation by expert7.epicare", "expert-opinion by expert7.epicare");
        assertThat(sees("expert1.epicare", driver)).isFalse();
    }

    @Test
    void theMinutesOfASessionAreWrittenWhileTheDiscussionGoesOn() {
        var meeting = new HashMap<String, Object>(Map.of("leadDecision", "meet"));
        var driver = register(Script.straight()
                .but("lead-discussion", 0, meeting)
                .but("meeting-minutes", Map.of("held", "yes", "points", "The MRI of March.", "decisions", "Operate.")));
        driver.workUntil("confirm-receipt");

        assertThat(driver.log()).contains("meeting-minutes by coordinator.epicare");
        assertThat(driver.log().stream().filter(done -> done.startsWith("lead-discussion")))
                .hasSize(2);
        assertThat(driver.told().entries("minutes-kept")).hasSize(1);
    }

    /** Of three who are asked one declines; then the coordinator says this, once. */
    private static Script tooFew(Map<String, Object> then) {
        return Script.straight()
                .but(
                        asked -> asked.formId().equals("panel-invitation") && asked.times() == 2,
                        asked -> Map.of("invitationAnswer", "decline", "declineReason", "On leave."))
                .but("replace-experts", then)
                .but("approve-fewer", Script.NOTHING);
    }

    private String firstExpert(CaseDriver driver) {
        return driver.log().stream()
                .filter(done -> done.startsWith("expert-opinion by "))
                .map(done -> done.substring("expert-opinion by ".length()))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private int dropsOut(CaseDriver driver, String user) {
        return door.as("coordinator.epicare")
                .post(driver.path("/events/expert-unavailable"), Map.of("expert", user, "kind", "illness"))
                .status();
    }

    private CaseDriver register(Script script) {
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), script);
    }

    private boolean sees(String account, CaseDriver driver) {
        return door.as(account).get(driver.path("")).status() == 200;
    }
}
