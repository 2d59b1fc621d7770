package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class DeliveryProcessTests {

    private static final String CLINICIAN = "clinician:hus";
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> CASE = Map.of(
            "caseId", Rehearsal.CASE, "country", "fi", "urgency", "routine", "provider", "hus", "network", "epicare");

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;
    Sharer delivering;

    @BeforeEach
    void workersStandIn() {
        delivering = Sharer.at(context, "deliver-outcome", () -> Map.of("travelNeeded", true));
    }

    @Test
    void theHomeClinicianReceivesReviewsAndTellsThePatient() {
        var delivery = delivered();

        delivery.answer("confirm-receipt", CLINICIAN, NOTHING)
                .answer("review-advice", CLINICIAN, NOTHING)
                .answer("write-letter", CLINICIAN, Map.of("letterWanted", "yes"))
                .answer("release-letter", CLINICIAN, Map.of("letterDecision", "change"))
                .answer("write-letter", CLINICIAN, Map.of("letterWanted", "yes"))
                .answer("release-letter", CLINICIAN, Map.of("letterDecision", "release"))
                .answer("inform-patient", CLINICIAN, NOTHING);

        delivery.sees().isCompleted().hasVariable("travelNeeded", true).hasNoActiveIncidents();
    }

    @Test
    void withoutConsentNothingIsDeliveredUntilItIsRenewed() {
        Deployed.deploy(client, "renew-consent");
        context.mockJobWorker("decide").thenComplete(Map.of("consentDecision", "sufficient"));
        delivering.findsNoConsent();
        var delivery = delivered();
        delivery.sees().hasActiveElements("renew-consent").hasNotActivatedElements("confirm-receipt");

        delivery.answer("record-consent", CLINICIAN, Map.of("consentGiven", "yes"))
                .answer("confirm-receipt", CLINICIAN, NOTHING);

        delivery.sees().hasCompletedElements("consent-missing", "renew-consent").hasNoActiveIncidents();
    }

    @Test
    void whoWantsNoLetterIsTold() {
        delivered()
                .answer("confirm-receipt", CLINICIAN, NOTHING)
                .answer("review-advice", CLINICIAN, NOTHING)
                .answer("write-letter", CLINICIAN, Map.of("letterWanted", "no"))
                .answer("inform-patient", CLINICIAN, NOTHING)
                .sees()
                .isCompleted()
                .hasNotActivatedElements("release-letter");
    }

    private Played delivered() {
        return Played.begun(client, context, "delivery", CASE);
    }
}
