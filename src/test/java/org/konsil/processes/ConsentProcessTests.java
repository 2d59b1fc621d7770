package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class ConsentProcessTests {

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @Test
    void anIncompleteConsentIsAskedForAgainUntilItHolds() {
        var consent = consent("incomplete", "sufficient");

        consent.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));
        consent.sees().hasCompletedElement("is-consent-sufficient", 1);
        consent.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));

        consent.sees()
                .isCompleted()
                .hasCompletedElement("record-consent", 2)
                .hasCompletedElements("consent-holds")
                .hasVariable("consentResult", "sufficient")
                .hasNoActiveIncidents();
    }

    @Test
    void aDeclinedConsentEndsIt() {
        var consent = consent("declined");

        consent.answer("record-consent", "clinician:hus", Map.of("consentGiven", "no"));

        consent.sees().isCompleted().hasCompletedElements("consent-declined").hasVariable("consentResult", "none");
    }

    @Test
    void withoutConsentItIsOverWhenTheClockOfTheStageSaysSo() {
        var consent = consent("sufficient");
        consent.sees().hasActiveElements("record-consent");

        timeIsOver("stage-consent");

        consent.sees()
                .isCompleted()
                .hasCompletedElements("consent-not-given")
                .hasTerminatedElements("record-consent")
                .hasVariable("consentResult", "none");
    }

    @Test
    void aConsentIsRenewedUntilItHolds() {
        var renewal = renewal("incomplete", "sufficient");
        renewal.sees().hasActiveElements("record-consent");

        renewal.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));
        renewal.sees().hasCompletedElement("is-consent-sufficient", 1);
        renewal.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));

        renewal.sees().isCompleted().hasCompletedElements("consent-holds");
    }

    /** By itself nobody catches the error; in a referral it ends the care. */
    @Test
    void aRenewalThatIsDeclinedIsAnErrorForTheReferral() {
        var declined = renewal("declined");
        declined.answer("record-consent", "clinician:hus", Map.of("consentGiven", "no"));
        declined.sees().hasActiveIncidents();
    }

    @Test
    void aConsentThatIsNotRenewedInTimeIsAnErrorForTheReferral() {
        var silent = renewal("declined");
        silent.sees().hasActiveElements("record-consent");
        timeIsOver("record-consent");
        silent.sees().hasActiveIncidents();
    }

    @Test
    void aConsentThatWasRecordedElsewhereIsNotAskedForASecondTime() {
        var renewal = renewal("sufficient");
        renewal.sees().hasActiveElements("record-consent");

        publish("consent-renewed", Rehearsal.CASE);

        renewal.sees().isCompleted().hasCompletedElements("try-again").hasTerminatedElements("record-consent");
    }

    @Test
    void aConsentThatEndsIsAskedForInTimeAndOnceMoreWhileTheCaseWaits() {
        var term = term(true, "incomplete", "sufficient");
        term.answer("renew-consent", "clinician:hus", Map.of("consentGiven", "yes"));
        term.sees().hasCompletedElement("is-consent-renewed", 1).hasActiveElements("renew-consent");

        timeIsOver("renew-consent");
        term.answer("renew-ended-consent", "clinician:hus", Map.of("consentGiven", "yes"));

        term.sees()
                .isCompleted()
                .hasCompletedElements("hold-for-consent", "consent-holds-on")
                .hasNotActivatedElements("end-consent");
    }

    @Test
    void whoHasTheCaseNowIsAskedAgainWhereARenewalDoesNotDo() {
        var providers = new ArrayDeque<>(List.of("hus", "ous"));
        var term = term(providers::remove, true, "incomplete", "sufficient");

        term.answer("renew-consent", "clinician:hus", Map.of("consentGiven", "yes"))
                .answer("renew-consent", "clinician:ous", Map.of("consentGiven", "yes"));

        term.sees().isCompleted().hasCompletedElements("consent-holds-on");
    }

    @Test
    void whatItAllowedEndsWithAConsentThatIsNotRenewed() {
        var term = term(false, "sufficient");
        term.sees().hasActiveElements("renew-consent");
        timeIsOver("renew-consent");
        term.sees().hasActiveElements("renew-ended-consent");

        timeIsOver("renew-ended-consent");

        term.sees().isCompleted().hasCompletedElements("end-consent", "aftercare-goes-on");
    }

    @Test
    void aRenewalThatIsDeclinedBeforeDeliveryIsAnErrorForTheReferral() {
        var term = term(true, "declined");

        term.answer("renew-consent", "clinician:hus", Map.of("consentGiven", "no"));

        term.sees().hasCompletedElements("end-consent").hasActiveIncidents();
    }

    @Test
    void nobodyIsAskedAnyMoreWhenTheConsentWasRecordedElsewhere() {
        var term = term(true, "sufficient");
        term.sees().hasActiveElements("renew-consent");

        publish("consent-settled", Rehearsal.CASE);

        term.sees().isCompleted().hasCompletedElements("nothing-to-ask").hasTerminatedElements("renew-consent");
    }

    private Rehearsal term(boolean referralEnds, Object... decisions) {
        return term(() -> "hus", referralEnds, decisions);
    }

    private Rehearsal term(Supplier<String> provider, boolean referralEnds, Object... decisions) {
        var ends = context.getCurrentTime().plus(Duration.ofDays(28)).toString();
        context.mockJobWorker("look-at-consent")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("consentEnds", ends, "provider", provider.get()))
                        .send()
                        .join());
        context.mockJobWorker("hold-for-consent").thenComplete();
        context.mockJobWorker("end-consent").thenComplete(Map.of("referralEnds", referralEnds));
        return new Rehearsal(client, context, "consent-term", Map.of(), Map.of("consent-sufficient", decisions));
    }

    private void timeIsOver(String step) {
        publish("clock-due", Rehearsal.CASE + ":" + step);
    }

    private void publish(String message, String key) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(key)
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();
    }

    private Rehearsal renewal(Object... decisions) {
        return new Rehearsal(client, context, "renew-consent", Map.of(), Map.of("consent-sufficient", decisions));
    }

    private Rehearsal consent(Object... decisions) {
        return new Rehearsal(client, context, "consent", Map.of(), Map.of("consent-sufficient", decisions));
    }
}
