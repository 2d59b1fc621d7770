package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.engine.TestEngine;

/** What the engine has in force in the very same words is not sent again. */
class EngineHasTests {

    private final CamundaClient client = TestEngine.shared().client();
    private final ProcessFile process = file("consult.bpmn", Consult.bpmn());
    private final ProcessFile changed = file("consult.bpmn", Consult.bpmn().replace("Ask the expert", "Ask them"));

    @BeforeEach
    void forget() {
        TestEngine.shared().purge();
    }

    @Test
    void anEngineThatIsNewLacksEverything() {
        assertThat(EngineHas.asked(client).lacks(List.of(process))).containsExactly(process);
    }

    @Test
    void onlyWhatWasChangedIsLacking() {
        deploy(process);

        assertThat(EngineHas.asked(client).lacks(List.of(process))).isEmpty();
        assertThat(EngineHas.asked(client).lacks(List.of(changed))).containsExactly(changed);
    }

    @Test
    void whatWasInForceBeforeIsLackingAgain() {
        deploy(process);
        deploy(changed);

        assertThat(EngineHas.asked(client).lacks(List.of(process))).containsExactly(process);
    }

    private void deploy(ProcessFile file) {
        client.newDeployResourceCommand()
                .addResourceBytes(file.content(), file.name())
                .send()
                .join();
    }

    private static ProcessFile file(String name, String content) {
        return new ProcessFile(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
