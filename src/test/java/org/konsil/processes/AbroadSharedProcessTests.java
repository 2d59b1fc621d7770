package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

/** What the countries' ways abroad share: asking for the consent, deciding and appealing, the journey. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class AbroadSharedProcessTests {

    private static final String CLINICIAN = "clinician:hus";
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> APPROVED =
            Map.of("fundingDecision", "approved", "approvalEnds", "2030-01-01T00:00:00Z");
    private static final Map<String, Object> REFUSED = Map.of("fundingDecision", "refused");
    private static final Map<String, Object> APPEALS = Map.of("appealDecision", "appeal");

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @Test
    void whoeverAgreesGoesOn() {
        asked().answer("extend-consent", CLINICIAN, Map.of("consentGiven", "yes"))
                .sees()
                .isCompleted()
                .hasCompletedElements("abroad-agreed");
    }

    /** Nobody waits for the error here; a country's way does. */
    @Test
    void whoeverDeclinesStaysAtHome() {
        asked().answer("extend-consent", CLINICIAN, Map.of("consentGiven", "no"))
                .sees()
                .hasActiveElements("abroad-not-wanted");
    }

    @Test
    void whoeverDoesNotAnswerStaysAtHome() {
        var asked = asked();
        asked.sees().hasActiveElements("extend-consent");

        due("extend-consent");

        asked.sees().hasTerminatedElements("extend-consent").hasActiveElements("no-answer");
    }

    @Test
    void anAppealIsGrantedInTheSecondInstance() {
        var decision = deciding("funding", "contact");

        decision.answer("funding-decision", "funding:no", REFUSED).answer("appeal", CLINICIAN, APPEALS);
        decision.answer("appeal-decision", "funding:no", REFUSED).answer("appeal", CLINICIAN, APPEALS);
        decision.answer("appeal-decision", "contact:no", APPROVED);

        decision.sees()
                .isCompleted()
                .hasCompletedElement("appeal", 2)
                .hasCompletedElements("funding-approved")
                .hasVariable("fundingDecision", "approved");
    }

    @Test
    void anApplicationCanBeApprovedAtOnce() {
        deciding("none")
                .answer("funding-decision", "funding:no", APPROVED)
                .sees()
                .isCompleted()
                .hasCompletedElements("funding-approved")
                .hasNotActivatedElements("appeal");
    }

    @Test
    void afterTheLastInstanceTheRefusalIsFinal() {
        deciding("funding", "none")
                .answer("funding-decision", "funding:no", REFUSED)
                .answer("appeal", CLINICIAN, APPEALS)
                .answer("appeal-decision", "funding:no", REFUSED)
                .sees()
                .isCompleted()
                .hasCompletedElements("no-appeal-open");
    }

    @Test
    void aRefusalCanBeAccepted() {
        deciding("funding")
                .answer("funding-decision", "funding:no", REFUSED)
                .answer("appeal", CLINICIAN, Map.of("appealDecision", "accept"))
                .sees()
                .isCompleted()
                .hasCompletedElements("refusal-accepted");
    }

    @Test
    void whenTheTimeForAnAppealIsOverTheRefusalStands() {
        var decision = deciding("funding").answer("funding-decision", "funding:no", REFUSED);
        decision.sees().hasActiveElements("appeal");

        due("appeal");

        decision.sees().isCompleted().hasCompletedElements("appeal-too-late");
    }

    @Test
    void anAppealIsDueOnTheDayThatTheDecisionNames() {
        var named = Map.<String, Object>of(
                "fundingDecision", "refused", "appealTerm", "named", "appealEnds", "2040-01-31T22:00:00Z");
        var decision = deciding("funding").answer("funding-decision", "funding:no", named);

        decision.isDue("appeal", "2040-01-31T22:00:00Z")
                .answer("appeal", CLINICIAN, Map.of("appealDecision", "accept"));

        decision.sees().isCompleted().hasCompletedElements("refusal-accepted");
    }

    @Test
    void neitherApplicationNorAppealIsSentWithoutConsent() {
        Deployed.deploy(client, "abroad-consent");
        var checking = Sharer.at(context, "check-abroad-consent", Map::of);
        checking.findsNoConsent();
        var decision = decides("funding");
        decision.answer("extend-consent", CLINICIAN, Map.of("consentGiven", "yes"))
                .answer("funding-decision", "funding:no", REFUSED);
        checking.findsNoConsent();
        decision.answer("appeal", CLINICIAN, APPEALS)
                .answer("extend-consent", CLINICIAN, Map.of("consentGiven", "yes"))
                .answer("appeal-decision", "funding:no", APPROVED);

        decision.sees()
                .isCompleted()
                .hasCompletedElements("ask-abroad-consent", "ask-abroad-consent-for-appeal", "funding-approved");
    }

    @Test
    void theJourneyIsReportedOn() {
        travelling(Duration.ofDays(30))
                .answer("travel", CLINICIAN, Map.of("travelResult", "travelled"))
                .answer("return-summary", CLINICIAN, NOTHING)
                .sees()
                .isCompleted()
                .hasCompletedElements("returned");
    }

    @Test
    void aJourneyNeedNotBeMade() {
        travelling(Duration.ofDays(30))
                .answer("travel", CLINICIAN, Map.of("travelResult", "not-travelled"))
                .sees()
                .isCompleted()
                .hasCompletedElements("stayed-at-home");
    }

    @Test
    void anApprovalThatIsNotUsedExpires() {
        var travel = travelling(Duration.ofDays(30));
        travel.sees().hasActiveElements("travel");

        context.increaseTime(Duration.ofDays(31));

        travel.sees().isCompleted().hasCompletedElements("approval-expired").hasTerminatedElements("travel");
    }

    private Played asked() {
        return Played.begun(client, context, "abroad-consent", AbroadProcessTests.about("no"));
    }

    private Played deciding(String... instances) {
        Sharer.at(context, "check-abroad-consent", Map::of);
        return decides(instances);
    }

    private Played decides(String... instances) {
        Queue<String> heardBy = new ArrayDeque<>(Arrays.asList(instances));
        context.mockJobWorker("decide")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("heardBy", heardBy.remove()))
                        .send()
                        .join());
        return Played.begun(client, context, "abroad-decision", AbroadProcessTests.about("no"));
    }

    private Played travelling(Duration approved) {
        var variables = new HashMap<>(AbroadProcessTests.about("no"));
        variables.put("approvalEnds", context.getCurrentTime().plus(approved).toString());
        return Played.begun(client, context, "abroad-travel", variables);
    }

    private void due(String step) {
        client.newPublishMessageCommand()
                .messageName("clock-due")
                .correlationKey(Rehearsal.CASE + ":" + step)
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();
    }
}
