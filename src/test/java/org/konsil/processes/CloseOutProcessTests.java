package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class CloseOutProcessTests {

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;
    Sharer exporting;

    @BeforeEach
    void workersStandIn() {
        exporting = Sharer.at(context, "export-data", Map::of);
    }

    @Test
    void whatIsAgreedIsHandedOver() {
        closed("epicare", "advised")
                .sees()
                .isCompleted()
                .hasCompletedElements("export-registry", "export-research", "handed-over")
                .hasNotActivatedElements("registry-not-agreed", "research-not-agreed");
    }

    @Test
    void whatIsNotAgreedStaysAndTheOtherGoes() {
        exporting.findsNoConsent();
        closed("epicare", "advised")
                .sees()
                .isCompleted()
                .hasCompletedElements("registry-not-agreed", "export-research", "handed-over");
    }

    @Test
    void whereNothingIsAgreedNothingGoes() {
        exporting.findsNoConsent(2);
        closed("epicare", "deceased")
                .sees()
                .isCompleted()
                .hasCompletedElements("registry-not-agreed", "research-not-agreed", "handed-over")
                .hasNoActiveIncidents();
    }

    @Test
    void aCaseThatNoNetworkHadLeavesNothing() {
        closed("", "domestic-solution").sees().isCompleted().hasCompletedElements("nothing-to-hand-over");
    }

    @Test
    void aDuplicateIsNotCountedTwice() {
        closed("epicare", "duplicate").sees().isCompleted().hasCompletedElements("nothing-to-hand-over");
    }

    private Played closed(String network, String reason) {
        var said = new HashMap<String, Object>(
                Map.of("caseId", Rehearsal.CASE, "country", "fi", "urgency", "routine", "provider", "hus"));
        said.put("closingReason", reason);
        if (!network.isEmpty()) {
            said.put("network", network);
        }
        return Played.byMessage(client, context, "close-out", "case-closed", Rehearsal.CASE, said);
    }
}
