package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.engine.TestEngine;

/** What happens at the marks of a clock: one rung of the chain is told. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class ClockMarkProcessTests {

    private static final String MARK = "5f0c2a34-8f11-4c55-9b6d-000000000009";

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @ParameterizedTest
    @ValueSource(strings = {"owner", "coordinator", "contact"})
    void oneRungOfTheChainIsTold(String rung) {
        context.mockJobWorker("tell").thenComplete();
        var variables =
                Map.<String, Object>of("caseId", Rehearsal.CASE, "markId", MARK, "tell", rung, "reached", "late");

        Played.byMessage(client, context, "clock-mark", "clock-mark", MARK, variables)
                .sees()
                .isCompleted()
                .hasCompletedElements("tell-" + rung, "told")
                .hasNoActiveIncidents();
    }
}
