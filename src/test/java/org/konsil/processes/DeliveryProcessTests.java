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

    @BeforeEach
    void workersStandIn() {
        context.mockJobWorker("deliver-outcome").thenComplete(Map.of("travelNeeded", true));
    }

    @Test
    void theHomeClinicianReceivesReviewsAndTellsThePatient() {
        var delivery = delivered();

        delivery.answer("confirm-receipt", CLINICIAN, NOTHING)
                .answer("review-advice", CLINICIAN, NOTHING)
                .answer("inform-patient", CLINICIAN, NOTHING);

        delivery.sees().isCompleted().hasVariable("travelNeeded", true).hasNoActiveIncidents();
    }

    private Played delivered() {
        return Played.begun(client, context, "delivery", CASE);
    }
}
