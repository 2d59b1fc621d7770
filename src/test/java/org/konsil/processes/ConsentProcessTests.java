package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.Map;
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

    private void timeIsOver(String step) {
        client.newPublishMessageCommand()
                .messageName("clock-due")
                .correlationKey(Rehearsal.CASE + ":" + step)
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
