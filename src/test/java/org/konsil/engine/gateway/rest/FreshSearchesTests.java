package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.engine.Models;
import org.konsil.engine.TestEngine;

/** Who has been told that something is done finds it: searches wait for what was acknowledged before them, so nobody has to poll. */
class FreshSearchesTests {

    private final TestEngine engine = TestEngine.shared();
    private CamundaClient client;

    @BeforeEach
    void deploy() {
        client = engine.client();
        client.newDeployResourceCommand()
                .addProcessModel(Models.oneTask("fresh"), "fresh.bpmn")
                .send()
                .join();
    }

    @AfterEach
    void close() {
        client.close();
        engine.purge();
    }

    @Test
    void whatWasAcknowledgedIsFoundAtOnce() {
        for (int i = 0; i < 50; i++) {
            var instance = client.newCreateInstanceCommand()
                    .bpmnProcessId("fresh")
                    .latestVersion()
                    .send()
                    .join()
                    .getProcessInstanceKey();
            var tasks = client.newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance))
                    .send()
                    .join()
                    .items();
            assertThat(tasks).hasSize(1);
            client.newCompleteUserTaskCommand(tasks.getFirst().getUserTaskKey())
                    .send()
                    .join();
            var ended = client.newProcessInstanceGetRequest(instance).send().join();
            assertThat(ended.getEndDate()).isNotNull();
        }
    }
}
