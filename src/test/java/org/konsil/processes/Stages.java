package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for the stages of a referral: each says what the test wants, one answer after the other, and then goes on for ever. */
final class Stages {

    /** All that the Finnish way calls. */
    static final String[] FINNISH = {
        "provider-onboarding",
        "consent",
        "domestic-fi",
        "routing",
        "triage",
        "convene",
        "assess",
        "outcome",
        "delivery",
        "abroad-fi",
        "follow-up",
        "consent-term"
    };

    private static final String REFUSES = "refuses with";

    private final Map<String, Queue<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    Stages(CamundaClient client, CamundaProcessTestContext context) {
        StandIns.deploy(client, FINNISH);
        context.mockJobWorker("stage").withHandler((jobs, job) -> {
            var answer = answers.getOrDefault(job.getBpmnProcessId(), new ArrayDeque<>())
                    .poll();
            if (answer != null && answer.containsKey(REFUSES)) {
                jobs.newThrowErrorCommand(job)
                        .errorCode(String.valueOf(answer.get(REFUSES)))
                        .send()
                        .join();
            } else if (answer != null) {
                jobs.newCompleteCommand(job).variables(answer).send().join();
            }
        });
    }

    Stages says(String stage, Map<String, Object> answer) {
        answers.computeIfAbsent(stage, it -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** Nothing is said of the stage after all: it goes on for ever. */
    Stages forgets(String stage) {
        answers.remove(stage);
        return this;
    }

    /** The stage ends with an error that only the referral can deal with. */
    Stages refuses(String stage, String code) {
        return says(stage, Map.of(REFUSES, code));
    }
}
