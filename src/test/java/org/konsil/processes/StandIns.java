package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** Called processes of which only the answer matters: each says what the test wants, then goes on for ever. */
final class StandIns {

    private static final String FAILS = "fails with";

    private final Map<String, Queue<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    StandIns(CamundaClient client, CamundaProcessTestContext context, String... processes) {
        deploy(client, processes);
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

    /** Each is one task, which the worker {@code stage} does. */
    static void deploy(CamundaClient client, String... processes) {
        var command = client.newDeployResourceCommand().addProcessModel(standIn(processes[0]), processes[0] + ".bpmn");
        for (var process : List.of(processes).subList(1, processes.length)) {
            command = command.addProcessModel(standIn(process), process + ".bpmn");
        }
        command.send().join();
    }

    private static BpmnModelInstance standIn(String process) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("stage", task -> task.zeebeJobType("stage"))
                .endEvent()
                .done();
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
