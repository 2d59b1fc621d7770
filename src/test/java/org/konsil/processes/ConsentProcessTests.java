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
    void theClinicianIsRemindedEverySevenDaysAndAfterThirtyDaysItIsOver() {
        context.mockJobWorker("remind").thenComplete();
        var consent = consent("sufficient");
        consent.sees().hasActiveElements("record-consent");

        context.increaseTime(Duration.ofDays(7).plusMinutes(1));
        consent.sees().hasActiveElements("record-consent").hasCompletedElement("reminded", 1);
        context.increaseTime(Duration.ofDays(7));
        consent.sees().hasActiveElements("record-consent").hasCompletedElement("reminded", 2);
        context.increaseTime(Duration.ofDays(17));

        consent.sees()
                .isCompleted()
                .hasCompletedElements("consent-not-given")
                .hasTerminatedElements("record-consent")
                .hasVariable("consentResult", "none");
    }

    @Test
    void aConsentIsRenewedUntilItHolds() {
        context.mockJobWorker("remind").thenComplete();
        var renewal = renewal("incomplete", "sufficient");
        renewal.sees().hasActiveElements("record-consent");
        context.increaseTime(Duration.ofDays(7).plusMinutes(1));
        renewal.sees().hasCompletedElement("reminded", 1);

        renewal.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));
        renewal.sees().hasCompletedElement("is-consent-sufficient", 1);
        renewal.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));

        renewal.sees().isCompleted().hasCompletedElements("consent-holds");
    }

    /** By itself nobody catches the error; in a referral it ends the care. */
    @Test
    void aConsentThatIsNotRenewedIsAnErrorForTheReferral() {
        var declined = renewal("declined");
        declined.answer("record-consent", "clinician:hus", Map.of("consentGiven", "no"));
        declined.sees().hasActiveIncidents();

        var silent = renewal("declined");
        silent.sees().hasActiveElements("record-consent");
        context.mockJobWorker("remind").thenComplete();
        context.increaseTime(Duration.ofDays(31));
        silent.sees().hasActiveIncidents();
    }

    private Rehearsal renewal(Object... decisions) {
        return new Rehearsal(client, context, "renew-consent", Map.of(), Map.of("consent-sufficient", decisions));
    }

    private Rehearsal consent(Object... decisions) {
        return new Rehearsal(client, context, "consent", Map.of(), Map.of("consent-sufficient", decisions));
    }
}
