package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** Called processes of which only the answer matters: each says what the test wants, then goes on for ever. */
final class StandIns {

    private static final String FAILS = "fails with";

    private final Map<String, Queue<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    StandIns(CamundaClient client, CamundaProcessTestContext context, String... processes) {
        for (var process : processes) {
            client.newDeployResourceCommand()
                    .addProcessModel(
                            Bpmn.createExecutableProcess(process)
                                    .startEvent()
                                    .serviceTask("stage", task -> task.zeebeJobType("stage"))
                                    .endEvent()
                                    .done(),
                            process + ".bpmn")
                    .send()
                    .join();
        }
        context.mockJobWorker("stage").withHandler((jobs, job) -> {
            var answer = answers.getOrDefault(job.getBpmnProcessId(), new ArrayDeque<>())
                    .poll();
            if (answer != null && answer.containsKey(FAILS)) {
                jobs.newThrowErrorCommand(job)
                        .errorCode(String.valueOf(answer.get(FAILS)))
                        .send()
                        .join();
            } else if (answer != null) {
                jobs.newCompleteCommand(job).variables(answer).send().join();
            }
        });
    }

    @SafeVarargs
    final StandIns says(String process, Map<String, Object>... said) {
        answers.computeIfAbsent(process, it -> new ArrayDeque<>()).addAll(Arrays.asList(said));
        return this;
    }

    StandIns fails(String process, String code) {
        return says(process, Map.of(FAILS, code));
    }
}
