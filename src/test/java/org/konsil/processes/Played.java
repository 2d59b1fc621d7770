package org.konsil.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.UserTaskSelector;
import java.time.Duration;
import java.util.Map;

/** One process played through, started by itself or by its message; people answer here. */
final class Played {

    private final CamundaProcessTestContext context;
    private final String process;

    private Played(CamundaClient client, CamundaProcessTestContext context, String process) {
        this.context = context;
        this.process = process;
        Deployed.deploy(client, process);
    }

    static Played begun(
            CamundaClient client, CamundaProcessTestContext context, String process, Map<String, Object> variables) {
        var played = new Played(client, context, process);
        client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join();
        return played;
    }

    static Played byMessage(
            CamundaClient client,
            CamundaProcessTestContext context,
            String process,
            String message,
            String correlationKey,
            Map<String, Object> variables) {
        var played = new Played(client, context, process);
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey)
                .timeToLive(Duration.ofMinutes(1))
                .variables(variables)
                .send()
                .join();
        return played;
    }

    Played answer(String task, String group, Map<String, Object> answer) {
        assertThatUserTask(waiting(task)).isCreated().hasCandidateGroup(group);
        context.completeUserTask(waiting(task), answer);
        return this;
    }

    /** The task is due when the drawing says so. */
    Played isDue(String task, String instant) {
        assertThatUserTask(waiting(task)).isCreated().hasDueDate(instant);
        return this;
    }

    /** The task of this person and nobody else. */
    Played answerAs(String task, String user, Map<String, Object> answer) {
        UserTaskSelector own = found -> waiting(task).test(found) && user.equals(found.getAssignee());
        assertThatUserTask(own).isCreated();
        context.completeUserTask(own, answer);
        return this;
    }

    ProcessInstanceAssert sees() {
        return assertThatProcessInstance(byProcessId(process));
    }

    private static UserTaskSelector waiting(String task) {
        return found -> found.getElementId().equals(task) && found.getState() == UserTaskState.CREATED;
    }
}
