package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.engine.TestEngine;

/** Triage, panel, assessment and outcome, every way through. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class PanelProcessTests {

    private static final String SUBJECT = "5f0c2a34-8f11-4c55-9b6d-000000000002";
    private static final String CASE = "5f0c2a34-8f11-4c55-9b6d-000000000001";
    private static final Map<String, Object> EPICARE =
            Map.of("caseId", CASE, "country", "fi", "urgency", "routine", "provider", "hus", "network", "epicare");

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;
    volatile boolean quorumThere;
    /** The consent covers the network the third time that it is compared. */
    final AtomicInteger compared = new AtomicInteger();

    Sharer inviting;
    Sharer release;
    Sharer proposed;

    @BeforeEach
    void workersStandIn() {
        for (var done : List.of(
                "admit-expert",
                "replace-expert",
                "resume-assessment",
                "close-information-request",
                "close-signing",
                "call-session",
                "hand-over-lead",
                "release-network",
                "report-interim")) {
            context.mockJobWorker(done).thenComplete();
        }
        context.mockJobWorker("open-assessment").thenComplete(Map.of("clockId", "clock-1", "lead", "lead.epicare"));
        context.mockJobWorker("request-information").thenComplete(Map.of("requestId", SUBJECT));
        context.mockJobWorker("open-outcome").thenComplete(Map.of("lead", "lead.epicare"));
        context.mockJobWorker("request-signatures")
                .thenComplete(Map.of("signers", List.of("lead.epicare", "expert1.epicare")));
        compared.set(0);
        context.mockJobWorker("decide")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("quorum", 3, "consentDecision", "sufficient", "covers", covers(job)))
                        .send()
                        .join());
        release = Sharer.at(context, "release-expert", Map::of);
        proposed = Sharer.at(context, "invite-proposed", Map::of);
        inviting = Sharer.at(context, "invite-experts", () -> Map.of("quorumReached", quorumThere));
    }

    @Test
    void anAcceptedCaseGoesToThePanel() {
        triaged("accept")
                .sees()
                .isCompleted()
                .hasVariable("triageResult", "accepted")
                .hasCompletedElements("case-accepted");
    }

    @Test
    void anotherNetworkTakesTheCase() {
        triaged("forward").sees().isCompleted().hasVariable("triageResult", "forward");
    }

    @Test
    void aCaseOutOfScopeIsRefused() {
        triaged("refuse").sees().isCompleted().hasVariable("triageResult", "refused");
    }

    @Test
    void whatIsMissingIsSupplied() {
        var triage = play("triage", EPICARE);
        triage.sees().hasActiveElements("triage-case");
        triage.answer("triage-case", "dispatcher:epicare", Map.of("triageDecision", "return"));
        triage.sees().hasActiveElements("supply-information");
        triage.answer("supply-information", "clinician:hus", Map.of())
                .answer("triage-case", "dispatcher:epicare", Map.of("triageDecision", "accept"));
        triage.sees().isCompleted().hasNoActiveIncidents();
    }

    @Test
    void whatNeverComesIsForTheDispatcherToJudge() {
        var triage = play("triage", EPICARE);
        triage.answer("triage-case", "dispatcher:epicare", Map.of("triageDecision", "return"));
        triage.sees().hasActiveElements("supply-information");
        publish("clock-due", CASE + ":supply-information");
        triage.answer(
                "triage-case", "dispatcher:epicare", Map.of("triageDecision", "refuse", "refusalClass", "incomplete"));
        triage.sees()
                .isCompleted()
                .hasCompletedElements("information-overdue")
                .hasVariable("triageResult", "incomplete");
    }

    @Test
    void aPanelIsReadyWhenItsQuorumIsReached() {
        var convene = convened();
        publish("quorum-reached", CASE);
        convene.sees().isCompleted().hasVariable("panelResult", "ready").hasCompletedElements("quorum-reached");
    }

    @Test
    void aQuorumThatIsThereAlreadyIsNotWaitedFor() {
        quorumThere = true;
        var convene = play("convene", EPICARE);
        convene.answer("convene-panel", "coordinator:epicare", Map.of());
        convene.sees().isCompleted().hasVariable("panelResult", "ready");
    }

    @Test
    void tooFewExpertsAreReplacedUntilTheCoordinatorGivesUp() {
        var convene = convened();
        publish("panel-short", CASE);
        convene.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "invite"));
        convene.sees().hasCompletedElement("invite-experts", 2).hasActiveElements("await-answers");
        publish("clock-due", CASE + ":await-answers");
        convene.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "no-quorum"));
        convene.sees()
                .isCompleted()
                .hasCompletedElements("panel-short", "fourteen-days-over")
                .hasVariable("panelResult", "no-quorum");
    }

    @Test
    void aSmallerPanelIsAgreedByASecondPersonOrAnotherWayIsFound() {
        var convene = tooSmall();
        convene.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "fewer"))
                .answer("approve-fewer", "lead:epicare", Map.of("fewerDecision", "refused"))
                .answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "fewer"))
                .answer("approve-fewer", "dispatcher:epicare", Map.of("fewerDecision", "approved"));
        convene.sees().isCompleted().hasVariable("panelResult", "ready");
    }

    @Test
    void anotherNetworkIsAskedToHelpOnceTheConsentCoversIt() {
        var convene = tooSmall();
        convene.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "add-network"))
                .answer("extend-consent", "clinician:hus", Map.of("consentGiven", "no"));
        convene.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "add-network"));
        convene.answer("extend-consent", "clinician:hus", Map.of("consentGiven", "yes"));
        convene.sees().hasCompletedElement("invite-experts", 2).hasActiveElements("await-answers");
    }

    @Test
    void aPanelThatCannotBeHadIsHandedOnToAnotherNetwork() {
        var convene = tooSmall();
        convene.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "other-network"));
        convene.sees().isCompleted().hasVariable("panelResult", "other-network");
    }

    @Test
    void aHelpingNetworkProposesExperts() {
        var part = byMessage("contribution", "network-asked");
        part.answer("propose-experts", "coordinator:epicare", Map.of("contributionDecision", "contribute"));
        part.sees().isCompleted().hasCompletedElements("invite-proposed", "network-takes-part");
    }

    @Test
    void aHelpingNetworkThatDeclinesIsReleased() {
        var part = byMessage("contribution", "network-asked");
        part.answer("propose-experts", "coordinator:epicare", Map.of("contributionDecision", "decline"));
        part.sees().isCompleted().hasCompletedElements("release-network", "network-released");
    }

    @Test
    void aHelpingNetworkThatTheConsentDoesNotCoverAnyMoreIsReleased() {
        proposed.findsNoConsent();
        var part = byMessage("contribution", "network-asked");
        part.answer("propose-experts", "coordinator:epicare", Map.of("contributionDecision", "contribute"));
        part.sees().isCompleted().hasCompletedElements("proposed-not-agreed", "release-network");
    }

    @Test
    void aHelpingNetworkThatDoesNotAnswerIsReleased() {
        var part = byMessage("contribution", "network-asked");
        part.sees().hasActiveElements("propose-experts");
        publish("clock-due", SUBJECT + ":propose-experts");
        part.sees().isCompleted().hasCompletedElements("proposal-late", "release-network");
    }

    @Test
    void thePartOfAHelpingNetworkEndsWithThePanel() {
        var part = byMessage("contribution", "network-asked");
        part.sees().hasActiveElements("propose-experts");
        publish("contribution-ended", SUBJECT);
        part.sees().isCompleted().hasCompletedElements("network-let-go");
    }

    @Test
    void aNewLeadIsAppointedAndTakesOver() {
        var change = byMessage("new-lead", "lead-unavailable");
        change.answer("appoint-lead", "coordinator:epicare", Map.of());
        change.sees().isCompleted().hasCompletedElements("hand-over-lead", "lead-appointed");
    }

    @Test
    void nobodyIsAppointedToAPanelThatEnds() {
        var change = byMessage("new-lead", "lead-unavailable");
        change.sees().hasActiveElements("appoint-lead");
        publish("panel-ended", SUBJECT);
        change.sees().isCompleted().hasCompletedElements("nobody-appointed");
    }

    @Test
    void theNewLeadGoesOnWithTheDiscussionAndCallsASession() {
        var assess = play("assess", EPICARE);
        assess.sees().hasActiveElements("lead-discussion");
        publish("lead-changed", CASE, Map.of("lead", "expert1.epicare"));
        assess.answerAs("lead-discussion", "expert1.epicare", Map.of("leadDecision", "meet"))
                .answerAs("lead-discussion", "expert1.epicare", Map.of("leadDecision", "ready"));
        assess.sees().isCompleted().hasCompletedElements("lead-changed", "call-session");
    }

    @Test
    void aLeadWhoseConflictExcludesStandsDownAndTheNewOneGoesOn() {
        var assess = play("assess", EPICARE);
        assess.answerAs("lead-discussion", "lead.epicare", Map.of("leadDecision", "stand-down"));
        assess.sees().hasActiveElements("new-lead").hasNotActivatedElements("report-discussion");
        publish("lead-changed", CASE, Map.of("lead", "expert1.epicare"));
        assess.answerAs("lead-discussion", "expert1.epicare", Map.of("leadDecision", "ready"));
        assess.sees().isCompleted().hasCompletedElements("new-lead");
    }

    @Test
    void anAssessmentWithTooFewExpertsInvitesOthersOrGoesOnSmaller() {
        var assess = tooFewAreLeft();
        inviting.findsNoConsent();
        Deployed.deploy(client, "renew-consent");
        assess.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "invite"))
                .answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"))
                .answerAs("lead-discussion", "lead.epicare", Map.of("leadDecision", "too-few"))
                .answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", "fewer"))
                .answer("approve-fewer", "dispatcher:epicare", Map.of("fewerDecision", "approved"))
                .answerAs("lead-discussion", "lead.epicare", Map.of("leadDecision", "ready"));
        assess.sees().isCompleted().hasCompletedElements("invite-experts", "consent-missing", "renew-consent");
    }

    /** Alone, as here, nobody catches the error; the referral does. */
    @ParameterizedTest
    @ValueSource(strings = {"other-network", "no-quorum"})
    void aPanelThatIsLostInTheDiscussionEndsItWithAnErrorThatTheReferralCatches(String way) {
        var assess = tooFewAreLeft();
        assess.answer("replace-experts", "coordinator:epicare", Map.of("replaceDecision", way));
        assess.sees().hasActiveIncidents().hasVariable("replaceDecision", way);
    }

    @Test
    void theMinutesOfASessionAreKept() {
        var session = session();
        session.answer("meeting-minutes", "coordinator:epicare", Map.of());
        session.sees().isCompleted().hasCompletedElements("minutes-kept");
    }

    @Test
    void aSessionOfAPanelThatEndsIsCanceled() {
        var session = session();
        session.sees().hasActiveElements("meeting-minutes");
        publish("session-canceled", SUBJECT);
        session.sees().isCompleted().hasCompletedElements("no-session");
    }

    @Test
    void aQuorumReachedWhileTheCoordinatorChoosesIsEnough() {
        var convene = convened();
        publish("panel-short", CASE);
        convene.sees().hasActiveElements("go-on");
        publish("quorum-reached", CASE);
        convene.sees()
                .isCompleted()
                .hasCompletedElements("quorum-reached-meanwhile")
                .hasVariable("panelResult", "ready");
    }

    @Test
    void anExpertAcceptsAndGivesAnOpinion() {
        var invitation = invited();
        invitation.answerAs("answer-invitation", "expert1.epicare", Map.of("invitationAnswer", "accept"));
        invitation.sees().hasActiveElements("expert-opinion");
        invitation.answerAs("expert-opinion", "expert1.epicare", Map.of());
        invitation.sees().isCompleted().hasCompletedElements("admit-expert", "opinion-given");
    }

    @Test
    void anExpertWhoDeclinesIsReleased() {
        var invitation = invited();
        invitation.answerAs("answer-invitation", "expert1.epicare", Map.of("invitationAnswer", "decline"));
        invitation.sees().isCompleted().hasCompletedElements("release-expert", "expert-released");
    }

    @Test
    void aColleagueWhomTheConsentDoesNotCoverIsNotAsked() {
        release.findsNoConsent();
        var invitation = invited();
        invitation.answerAs("answer-invitation", "expert1.epicare", Map.of("invitationAnswer", "delegate"));
        invitation.sees().isCompleted().hasCompletedElements("colleague-not-agreed", "release-without-colleague");
    }

    @Test
    void expertsAreInvitedOnceTheConsentIsRenewed() {
        Deployed.deploy(client, "renew-consent");
        inviting.findsNoConsent();
        quorumThere = true;
        var convene = play("convene", EPICARE);
        convene.answer("convene-panel", "coordinator:epicare", Map.of())
                .answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));
        convene.sees().isCompleted().hasCompletedElements("consent-missing", "renew-consent");
    }

    @Test
    void anExpertWhoDoesNotAnswerIsReleased() {
        var invitation = invited();
        publish("clock-due", SUBJECT + ":answer-invitation");
        invitation.sees().isCompleted().hasCompletedElements("seven-days-over", "release-expert");
    }

    @Test
    void aWithdrawnInvitationEndsAtOnce() {
        var invitation = invited();
        publish("invitation-withdrawn", SUBJECT);
        invitation.sees().isCompleted().hasCompletedElements("expert-let-go");
    }

    @Test
    void anExpertWhoDropsOutIsReplacedBeforeAndAfterAccepting() {
        var invitation = invited();
        invitation.answerAs("answer-invitation", "expert1.epicare", Map.of("invitationAnswer", "accept"));
        invitation.sees().hasActiveElements("expert-opinion");
        publish("expert-unavailable", SUBJECT);
        invitation.sees().isCompleted().hasCompletedElements("replace-expert", "expert-replaced");
    }

    @Test
    void aQuestionToTheClinicianEndsWithItsPanel() {
        var request = byMessage("information-request", "information-requested");
        request.sees().hasActiveElements("supply-information");
        publish("information-withdrawn", SUBJECT);
        request.sees().isCompleted().hasCompletedElements("request-dropped");
    }

    @Test
    void askingStopsTheAssessmentUntilTheAnswerOrItsDeadline() {
        var assess = play("assess", EPICARE);
        assess.sees().hasActiveElements("lead-discussion");
        assess.answerAs("lead-discussion", "lead.epicare", Map.of("leadDecision", "ask"));
        assess.sees().hasActiveElements("await-information");
        publish("information-complete", SUBJECT);
        assess.answerAs("lead-discussion", "lead.epicare", Map.of("leadDecision", "ask"));
        assess.sees().hasCompletedElement("request-information", 2).hasActiveElements("await-information");
        publish("clock-due", SUBJECT + ":supply-information");
        assess.answerAs("lead-discussion", "lead.epicare", Map.of("leadDecision", "ready"));
        assess.sees().isCompleted().hasCompletedElement("resume-assessment", 2).hasCompletedElements("no-information");
    }

    @Test
    void theClinicianAnswersAndThePanelIsTold() {
        var request = byMessage("information-request", "information-requested");
        request.sees().hasActiveElements("supply-information");
        request.answer("supply-information", "clinician:hus", Map.of());
        request.sees().isCompleted().hasCompletedElements("close-information-request");
    }

    @Test
    void everyMemberSigns() {
        var outcome = play("outcome", EPICARE);
        outcome.sees().hasActiveElements("draft-outcome");
        outcome.answerAs("draft-outcome", "lead.epicare", Map.of());
        outcome.sees().hasActiveElements("sign-outcome");
        outcome.answerAs("sign-outcome", "lead.epicare", Map.of())
                .answerAs("sign-outcome", "expert1.epicare", Map.of());
        outcome.sees().isCompleted().hasCompletedElements("close-signing", "outcome-signed");
    }

    @Test
    void whoDoesNotSignByTheDeadlineIsNotWaitedFor() {
        var outcome = play("outcome", EPICARE);
        outcome.answerAs("draft-outcome", "lead.epicare", Map.of());
        outcome.answerAs("sign-outcome", "lead.epicare", Map.of());
        publish("clock-due", CASE + ":sign-outcome");
        outcome.sees().isCompleted().hasCompletedElements("five-days-over", "close-signing");
    }

    @Test
    void aNewLeadDraftsInstead() {
        var outcome = play("outcome", EPICARE);
        outcome.sees().hasActiveElements("draft-outcome");
        publish("lead-changed", CASE);
        outcome.sees().hasCompletedElements("lead-changed").hasActiveElements("draft-outcome");
    }

    private boolean covers(ActivatedJob job) {
        return "consent-covers".equals(job.getCustomHeaders().get("decision")) && compared.incrementAndGet() > 2;
    }

    private Played triaged(String decision) {
        return play("triage", EPICARE).answer("triage-case", "dispatcher:epicare", Map.of("triageDecision", decision));
    }

    private Played convened() {
        var convene = play("convene", EPICARE).answer("convene-panel", "coordinator:epicare", Map.of());
        Deployed.deploy(client, "go-on");
        convene.sees().hasActiveElements("await-answers").hasVariable("quorum", 3);
        return convene;
    }

    private Played tooSmall() {
        var convene = convened();
        publish("panel-short", CASE);
        convene.sees().hasActiveElements("go-on");
        return convene;
    }

    private Played tooFewAreLeft() {
        Deployed.deploy(client, "go-on");
        var assess = play("assess", EPICARE);
        return assess.answerAs("lead-discussion", "lead.epicare", Map.of("leadDecision", "too-few"));
    }

    private Played session() {
        var variables = new HashMap<>(EPICARE);
        variables.putAll(Map.of("subjectId", SUBJECT, "minutesDue", "2035-01-08T00:00:00Z"));
        return Played.byMessage(client, context, "session", "session-called", SUBJECT, variables);
    }

    private Played invited() {
        var invitation = byMessage("panel-invitation", "expert-invited");
        invitation.sees().hasActiveElements("answer-invitation");
        return invitation;
    }

    private Played play(String process, Map<String, Object> variables) {
        return Played.begun(client, context, process, variables);
    }

    private Played byMessage(String process, String message) {
        var variables = new HashMap<>(EPICARE);
        variables.putAll(Map.of("subjectId", SUBJECT, "expert", "expert1.epicare"));
        return Played.byMessage(client, context, process, message, SUBJECT, variables);
    }

    private void publish(String message, String key) {
        publish(message, key, Map.of());
    }

    private void publish(String message, String key, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(key)
                .timeToLive(Duration.ofMinutes(1))
                .variables(variables)
                .send()
                .join();
    }
}
