package org.konsil.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.UserTaskSelector;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process played through with people and workers standing in: tasks are answered here, rules say what the test wants. */
final class Rehearsal {

    static final String CASE = "5f0c2a34-8f11-4c55-9b6d-000000000001";

    /** The tables themselves answer. */
    private static final Set<String> REAL = Set.of("required-evidence");

    private final CamundaProcessTestContext context;
    private final Map<String, Queue<Object>> answers = new ConcurrentHashMap<>();
    private final ProcessInstanceEvent instance;

    /** @param rules what the worker {@code decide} answers, one after the other */
    Rehearsal(
            CamundaClient client,
            CamundaProcessTestContext context,
            String process,
            Map<String, Object> differing,
            Map<String, Object[]> rules) {
        this.context = context;
        rules.forEach((decision, said) -> answers.put(decision, new ArrayDeque<>(Arrays.asList(said))));
        context.mockJobWorker("decide")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(
                                REAL.contains(RealRule.named(job))
                                        ? RealRule.answer(job)
                                        : Map.of(job.getCustomHeaders().get("result"), next(RealRule.named(job))))
                        .send()
                        .join());
        Deployed.deploy(client, process);
        var variables = new HashMap<String, Object>(
                Map.of("caseId", CASE, "country", "fi", "urgency", "routine", "provider", "hus"));
        variables.putAll(differing);
        instance = client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join();
    }

    /** Waits for the task, looks at who may take it and answers it. */
    Rehearsal answer(String task, String group, Map<String, Object> answer) {
        assertThatUserTask(waiting(task)).isCreated().hasCandidateGroup(group);
        context.completeUserTask(waiting(task), answer);
        return this;
    }

    ProcessInstanceAssert sees() {
        return assertThat(instance);
    }

    private static UserTaskSelector waiting(String task) {
        return found -> found.getElementId().equals(task) && found.getState() == UserTaskState.CREATED;
    }

    private Object next(String decision) {
        var queue = answers.getOrDefault(decision, new ArrayDeque<>());
        var answer = queue.size() > 1 ? queue.remove() : queue.peek();
        if (answer == null) {
            throw new IllegalStateException("Nobody said what '" + decision + "' answers");
        }
        return answer;
    }
}
