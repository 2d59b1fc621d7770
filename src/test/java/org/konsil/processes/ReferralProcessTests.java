package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.engine.TestEngine;

/** The case's own process, every way through; its stages are stand-ins, its rules the real ones. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class ReferralProcessTests {

    private static final String CASE = "5f0c2a34-8f11-4c55-9b6d-000000000001";
    private static final String OTHER = "5f0c2a34-8f11-4c55-9b6d-000000000002";
    private static final Map<String, Object> NOTHING = Map.of();

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION =
            TestEngine.processTest().withCoverageExcludedProcesses(Stages.FINNISH);

    CamundaClient client;
    CamundaProcessTestContext context;
    Stages stages;
    volatile Map<String, Object> pack = Map.of("domesticProcess", "domestic-fi", "abroadProcess", "abroad-fi");

    volatile Map<String, Object> ended = NOTHING;

    @BeforeEach
    void workersStandIn() {
        for (var done : new String[] {"enter-stage", "close-case", "replan-work"}) {
            context.mockJobWorker(done).thenComplete();
        }
        context.mockJobWorker("end-care")
                .withHandler((jobs, job) ->
                        jobs.newCompleteCommand(job).variables(ended).send().join());
        context.mockJobWorker("decide")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(
                                RealRule.named(job).equals("country-pack")
                                        ? Map.of("countryPack", pack)
                                        : RealRule.answer(job))
                        .send()
                        .join());
        stages = new Stages(client, context);
    }

    @Test
    void aPatientIsAdvisedWithoutTravelling() {
        panelAgrees(false);

        referred(true)
                .sees()
                .isCompleted()
                .hasNotActivatedElements("onboard-provider", "abroad")
                .hasVariable("closingReason", "advised")
                .hasVariable("domesticProcess", "domestic-fi")
                .hasNoActiveIncidents();
    }

    @Test
    void treatmentAbroadIsArrangedBeforeTheFollowUp() {
        panelAgrees(true);
        stages.says("abroad-fi", NOTHING);

        referred(true)
                .sees()
                .isCompleted()
                .hasCompletedElementsInOrder("delivery", "abroad", "follow-up", "close-case")
                .hasVariable("closingReason", "advised");
    }

    @Test
    void theUrgencyThatTheNetworkAgreedToHoldsFromThenOn() {
        requested().says("triage", Map.of("triageResult", "accepted", "urgencyAgreed", "urgent"));

        referred(true).sees().hasActiveElements("convene").hasVariable("urgency", "urgent");
    }

    @Test
    void aTriageThatSaysNothingOfUrgencyLeavesIt() {
        requested().says("triage", Map.of("triageResult", "accepted"));

        referred(true).sees().hasActiveElements("convene").hasVariable("urgency", "routine");
    }

    @Test
    void aProviderWithoutApprovalIsOnboardedFirst() {
        stages.says("provider-onboarding", Map.of("onboardingDecision", "approved"));

        referred(false).sees().hasActiveElements("consent").hasCompletedElements("onboard-provider");
    }

    @Test
    void aProviderThatMayNotTakePartIsTurnedAway() {
        stages.says("provider-onboarding", Map.of("onboardingDecision", "refused"));

        referred(false)
                .sees()
                .isCompleted()
                .hasNotActivatedElements("consent")
                .hasVariable("closingReason", "incomplete");
    }

    @Test
    void aProviderThatIsNotApprovedInTimeIsTurnedAway() {
        stages.says("provider-onboarding", NOTHING);

        referred(false)
                .sees()
                .isCompleted()
                .hasNotActivatedElements("consent")
                .hasVariable("closingReason", "incomplete");
    }

    @Test
    void aCaseUnderWayIsMovedToNewerRules() {
        stages.says("consent", Map.of("consentResult", "sufficient"));
        var referral = referred(true);
        referral.sees().hasActiveElements("domestic").hasVariable("abroadProcess", "abroad-fi");
        pack = Map.of("domesticProcess", "domestic-fi", "abroadProcess", "abroad-fi-2027");

        publish("rules-renewed", CASE, Map.of());

        referral.sees()
                .hasActiveElements("domestic")
                .hasCompletedElements("newer-country-pack")
                .hasVariable("abroadProcess", "abroad-fi-2027");
    }

    @Test
    void nothingIsSharedWithoutConsent() {
        stages.says("consent", Map.of("consentResult", "none"));

        referred(true)
                .sees()
                .isCompleted()
                .hasNotActivatedElements("domestic")
                .hasVariable("closingReason", "no-consent");
    }

    @Test
    void aSolutionAtHomeEndsTheReferral() {
        stages.says("consent", Map.of("consentResult", "sufficient"))
                .says("domestic-fi", Map.of("domesticResult", "domestic-solution"));

        referred(true)
                .sees()
                .isCompleted()
                .hasNotActivatedElements("routing")
                .hasVariable("closingReason", "domestic-solution");
    }

    @Test
    void aForwardedCaseIsRoutedAgain() {
        requested()
                .says("triage", Map.of("triageResult", "forward", "urgencyAgreed", "routine"))
                .says("routing", Map.of("network", "rnd"));

        referred(true)
                .sees()
                .hasActiveElements("triage")
                .hasCompletedElement("routing", 2)
                .hasVariable("network", "rnd");
    }

    @Test
    void aCaseOutOfScopeIsRefused() {
        requested().says("triage", Map.of("triageResult", "refused", "urgencyAgreed", "routine"));

        referred(true)
                .sees()
                .isCompleted()
                .hasNotActivatedElements("convene")
                .hasVariable("closingReason", "out-of-scope");
    }

    @Test
    void aPanelWithoutQuorumGivesNoAdvice() {
        requested()
                .says("triage", Map.of("triageResult", "accepted", "urgencyAgreed", "routine"))
                .says("convene", Map.of("panelResult", "no-quorum"));

        referred(true).sees().isCompleted().hasNotActivatedElements("assess").hasVariable("closingReason", "no-quorum");
    }

    @Test
    void aPanelThatIsHandedOnIsRoutedAgain() {
        requested()
                .says("triage", Map.of("triageResult", "accepted", "urgencyAgreed", "routine"))
                .says("routing", Map.of("network", "rnd"));
        stages.says("convene", Map.of("panelResult", "other-network"));

        referred(true).sees().hasActiveElements("triage").hasCompletedElement("routing", 2);
    }

    @Test
    void aPanelThatIsLostInTheDiscussionIsHandedOnOrGivenUp() {
        requested()
                .says("triage", Map.of("triageResult", "accepted", "urgencyAgreed", "routine"))
                .says("convene", Map.of("panelResult", "ready"))
                .refuses("assess", "other-network")
                .says("routing", Map.of("network", "rnd"))
                .says("triage", Map.of("triageResult", "accepted", "urgencyAgreed", "routine"))
                .says("convene", Map.of("panelResult", "ready"))
                .refuses("assess", "no-quorum");

        referred(true)
                .sees()
                .isCompleted()
                .hasCompletedElements("panel-handed-on", "panel-lost")
                .hasVariable("closingReason", "no-quorum");
    }

    @Test
    void aWithdrawnConsentEndsTheCareInMidPanel() {
        requested().says("triage", Map.of("triageResult", "accepted", "urgencyAgreed", "routine"));
        var referral = referred(true);
        referral.sees().hasActiveElements("convene");

        publish("consent-withdrawn");
        referral.answer("confirm-erasure", "dpo:hus", NOTHING);

        referral.sees()
                .isCompleted()
                .hasTerminatedElements("convene")
                .hasCompletedElements("end-care-withdrawn", "withdrawal-done")
                .hasNotActivatedElements("close-case");
    }

    @Test
    void aWithdrawalRightAfterAMoveAsksTheHospitalThatHasTheCaseNow() {
        requested();
        ended = Map.of("provider", "ous");
        var referral = referred(true);
        referral.sees().hasActiveElements("triage");

        publish("case-transferred", Map.of("cause", "provider-changed", "toProvider", "ous"));
        referral.sees().hasActiveElements("end-former-part");
        publish("consent-withdrawn");
        referral.answer("confirm-erasure", "dpo:ous", NOTHING);

        referral.sees().isCompleted().hasTerminatedElements("end-former-part").hasCompletedElements("withdrawal-done");
    }

    @Test
    void aDeathEndsTheCareAndAsksWhatTheFamilyIsTold() {
        var referral = referred(true);
        referral.sees().hasActiveElements("consent");

        publish("patient-died");
        referral.answer("advice-for-family", "clinician:hus", NOTHING);

        referral.sees()
                .isCompleted()
                .hasTerminatedElements("consent")
                .hasCompletedElements("end-care-deceased", "death-done");
    }

    @Test
    void aDuplicateEndsInFavourOfTheOther() {
        var referral = referred(true);
        referral.sees().hasActiveElements("consent");

        publish("duplicate-found", Map.of("otherCase", OTHER));

        referral.sees()
                .isCompleted()
                .hasTerminatedElements("consent")
                .hasCompletedElements("duplicate-done")
                .hasVariable("otherCase", OTHER);
    }

    /** Early and late; another urgency, which is reported just before, holds and ends nothing. */
    @ParameterizedTest
    @CsvSource({
        "consent-withdrawn, consent, end-care-withdrawn",
        "consent-withdrawn, follow-up, end-care-withdrawn",
        "patient-died, triage, end-care-deceased",
        "patient-died, follow-up, end-care-deceased",
        "duplicate-found, triage, duplicate-done",
        "duplicate-found, follow-up, duplicate-done"
    })
    void whatEndsACaseEndsItInWhateverStageItIs(String message, String stage, String ending) {
        if (stage.equals("triage")) {
            requested();
        } else if (stage.equals("follow-up")) {
            panelAgrees(false);
            stages.forgets("follow-up");
        }
        var referral = referred(true);
        referral.sees().hasActiveElements(stage);
        publish("urgency-changed", Map.of("newUrgency", "urgent"));
        referral.sees().hasVariable("urgency", "urgent").hasActiveElements(stage);

        publish(message);

        referral.sees().hasTerminatedElements(stage).hasCompletedElements(ending);
    }

    @Test
    void aConsentThatIsMissingAndNotRenewedEndsTheCare() {
        requested().refuses("triage", "no-consent");
        var referral = referred(true);
        referral.answer("confirm-erasure-unconsented", "dpo:hus", NOTHING);

        referral.sees().isCompleted().hasCompletedElements("end-care-unconsented", "unconsented-done");
    }

    @Test
    void aConsentThatEndsIsRenewedWhileTheStageGoesOn() {
        stages.says("consent-term", NOTHING);
        var referral = referred(true);
        referral.sees().hasActiveElements("consent");

        publish("clock-due", CASE + ":consent-term", NOTHING);

        referral.sees().hasActiveElements("consent").hasCompletedElements("consent-term", "ending-dealt-with");
    }

    @Test
    void aConsentThatEndsAndIsNotRenewedEndsTheCare() {
        requested().refuses("consent-term", "no-consent");
        var referral = referred(true);
        referral.sees().hasActiveElements("triage");

        publish("clock-due", CASE + ":consent-term", NOTHING);
        referral.answer("confirm-erasure-unconsented", "dpo:hus", NOTHING);

        referral.sees().isCompleted().hasTerminatedElements("triage").hasCompletedElements("unconsented-done");
    }

    @Test
    void aChangedUrgencyHoldsFromThenOnAndTheStageGoesOn() {
        var referral = referred(true);
        referral.sees().hasActiveElements("consent");

        publish("urgency-changed", Map.of("newUrgency", "urgent"));

        referral.sees()
                .hasActiveElements("consent")
                .hasCompletedElements("replan-work", "work-replanned")
                .hasVariable("urgency", "urgent");
    }

    @Test
    void aTransferToAnotherNetworkGoesBackToRouting() {
        requested().says("triage", Map.of("triageResult", "accepted"));
        formerPartEnds("network-changed", "convene", false);
        var referral = referred(true);
        referral.sees().hasActiveElements("convene");

        publish("case-transferred", Map.of("cause", "network-changed"));

        referral.sees()
                .hasTerminatedElements("convene")
                .hasActiveElements("routing")
                .hasCompletedElement("consent", 1)
                .hasCompletedElement("check-provider", 1);
    }

    @Test
    void aTransferToAnotherHospitalAsksProviderAndPatientAnew() {
        requested().says("consent", Map.of("consentResult", "sufficient"));
        formerPartEnds("provider-changed", "triage", false);
        var referral = referred(true);
        referral.sees().hasActiveElements("triage");

        publish("case-transferred", Map.of("cause", "provider-changed", "toProvider", "oulu"));

        referral.sees()
                .hasTerminatedElements("triage")
                .hasCompletedElement("check-provider", 2)
                .hasCompletedElement("consent", 2)
                .hasActiveElements("routing");
    }

    /** Each stage and cause goes on where the table says. */
    @ParameterizedTest
    @CsvSource({
        "advice-superseded, superseded, outcome, assess",
        "advice-superseded, superseded, deliver, convene",
        "round-reopened, reopened, follow-up, consent",
        "case-transferred, provider-changed, deliver, delivery",
        "case-transferred, provider-changed, abroad, abroad",
        "case-transferred, provider-changed, follow-up, follow-up"
    })
    void aNewRoundGoesOnWhereTheTableSays(String message, String cause, String stageLeft, String goesOnAt) {
        formerPartEnds(cause, stageLeft, false);
        var referral = referred(true);
        referral.sees().hasActiveElements("consent");

        publish(message, Map.of("cause", cause));

        referral.sees().hasCompletedElement("end-former-part", 1).hasActiveElements(goesOnAt);
    }

    @Test
    void aClosedCaseThatIsReopenedBeginsAgainAndAsksForConsent() {
        requested();
        context.mockJobWorker("check-provider")
                .thenComplete(Map.of("providerKnown", true, "approvalValid", true, "standing", "member"));
        context.mockJobWorker("begin-round")
                .thenComplete(Map.of("cause", "reopened", "stageLeft", "follow-up", "countryChanged", false));
        var referral = begun("case-reopened");

        referral.sees()
                .hasCompletedElements("begin-round", "resume-at", "consent")
                .hasActiveElements("triage")
                .hasNotActivatedElements("domestic");
    }

    @Test
    void adviceSupersededInTheAftercareIsTheHomeCliniciansToDecide() {
        var referral = referred(true);
        referral.sees().hasActiveElements("consent");

        publish("aftercare-superseded");
        referral.answer("review-superseded", "clinician:hus", Map.of("supersededDecision", "go-on"));

        referral.sees().hasActiveElements("consent").hasCompletedElements("superseded-answered");
    }

    private Stages requested() {
        return stages.says("consent", Map.of("consentResult", "sufficient"))
                .says("domestic-fi", Map.of("domesticResult", "explored"))
                .says("routing", Map.of("network", "epicare"));
    }

    private void panelAgrees(boolean travelNeeded) {
        requested()
                .says("triage", Map.of("triageResult", "accepted", "urgencyAgreed", "routine"))
                .says("convene", Map.of("panelResult", "ready"))
                .says("assess", NOTHING)
                .says("outcome", NOTHING)
                .says("delivery", Map.of("travelNeeded", travelNeeded))
                .says("follow-up", NOTHING);
    }

    private Played referred(boolean approved) {
        context.mockJobWorker("check-provider")
                .thenComplete(Map.of("providerKnown", true, "approvalValid", approved, "standing", "member"));
        return begun("case-registered");
    }

    private Played begun(String message) {
        return Played.byMessage(
                client,
                context,
                "referral",
                message,
                CASE,
                Map.of("caseId", CASE, "country", "fi", "urgency", "routine", "provider", "hus"));
    }

    private void publish(String message) {
        publish(message, NOTHING);
    }

    private void formerPartEnds(String cause, String stageLeft, boolean countryChanged) {
        context.mockJobWorker("end-former-part")
                .thenComplete(Map.of(
                        "cause", cause, "stageLeft", stageLeft, "countryChanged", countryChanged, "provider", "hus"));
    }

    private void publish(String message, Map<String, Object> variables) {
        publish(message, CASE, variables);
    }

    private void publish(String message, String key, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(key)
                .variables(variables)
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();
    }
}
