package org.konsil.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.UserTaskSelector;
import java.util.Map;

/** One of several cases that are played through one after the other in the same engine; its process is deployed before. */
final class OneOfMany {

    private final CamundaProcessTestContext context;
    private final ProcessInstanceEvent instance;

    private OneOfMany(CamundaProcessTestContext context, ProcessInstanceEvent instance) {
        this.context = context;
        this.instance = instance;
    }

    static OneOfMany begun(
            CamundaClient client, CamundaProcessTestContext context, String process, Map<String, Object> variables) {
        return new OneOfMany(
                context,
                client.newCreateInstanceCommand()
                        .bpmnProcessId(process)
                        .latestVersion()
                        .variables(variables)
                        .send()
                        .join());
    }

    OneOfMany answer(String task, String group, Map<String, Object> answer) {
        assertThatUserTask(waiting(task)).isCreated().hasCandidateGroup(group);
        context.completeUserTask(waiting(task), answer);
        return this;
    }

    ProcessInstanceAssert sees() {
        return assertThat(instance);
    }

    private UserTaskSelector waiting(String task) {
        return found -> found.getElementId().equals(task)
                && found.getState() == UserTaskState.CREATED
                && found.getProcessInstanceKey() == instance.getProcessInstanceKey();
    }
}
