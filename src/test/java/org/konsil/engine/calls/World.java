package org.konsil.engine.calls;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.request.FinalSearchRequestStep;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.konsil.engine.Begin;
import org.konsil.engine.Models;
import org.konsil.engine.TestEngine;

/** An engine with some models, what calls need to find there (an instance, a job, a task), and an engine that refuses everything. */
record World(TestEngine engine, SickEngine sick, CamundaClient client) {

    /** Something that is no model. */
    static final Models.Resource ROBOT = new Models.Resource("robot.rpa", "{\"id\":\"robot\",\"script\":\"beep\"}");

    static World over(TestEngine engine, SickEngine sick, boolean grpc) {
        return new World(
                engine, sick, engine.clientBuilder().preferRestOverGrpc(!grpc).build());
    }

    void deploy() {
        var formed = Bpmn.createExecutableProcess("formed")
                .startEvent()
                .userTask("task", it -> it.zeebeUserTask().zeebeFormId("note-form"))
                .endEvent()
                .done();
        var begun = Bpmn.createExecutableProcess("begun")
                .startEvent()
                .zeebeFormId("note-form")
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(Models.oneJob("job", "work"), "job.bpmn")
                .addProcessModel(Models.oneJob("other", "work"), "other.bpmn")
                .addProcessModel(Models.waiting("waiting"), "waiting.bpmn")
                .addProcessModel(formed, "formed.bpmn")
                .addProcessModel(Models.decided("decided"), "decided.bpmn")
                .addProcessModel(begun, "begun.bpmn")
                .addResourceStringUtf8(Models.NOTE.content(), Models.NOTE.name())
                .addResourceStringUtf8(Models.RISK.content(), Models.RISK.name())
                .addResourceStringUtf8(ROBOT.content(), ROBOT.name())
                .send()
                .join();
    }

    /** A client that the engine does not let in, and that has no credentials to show. */
    CamundaClient stranger() {
        return sick.client(!client.getConfiguration().preferRestOverGrpc());
    }

    static String any() {
        return UUID.randomUUID().toString();
    }

    long start(String process, Map<String, Object> variables) {
        return Begin.instance(client, process, variables);
    }

    /** A job of a new instance. */
    ActivatedJob job() {
        long instance = start("job", Map.of("x", 1));
        while (true) {
            var job = activate();
            if (job.getProcessInstanceKey() == instance) return job;
        }
    }

    ActivatedJob activate() {
        return client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofSeconds(10))
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    /** A user task of a new instance, once searches know it. */
    long task() {
        long instance = start("formed", Map.of("x", 1));
        return first(client.newUserTaskSearchRequest()
                        .filter(it -> it.processInstanceKey(instance).state(UserTaskState.CREATED)))
                .getUserTaskKey();
    }

    /** An incident of a new instance, once searches know it. */
    long incident() {
        var job = job();
        client.newFailCommand(job).retries(0).errorMessage("broken").send().join();
        return first(client.newIncidentSearchRequest().filter(it -> it.processInstanceKey(job.getProcessInstanceKey())))
                .getIncidentKey();
    }

    /** An instance, once searches know it. */
    long seen(String process) {
        long instance = start(process, Map.of("x", 1, "id", any(), "amount", 200));
        eventually(client.newProcessInstanceGetRequest(instance));
        return instance;
    }

    long definition(String process) {
        return first(client.newProcessDefinitionSearchRequest()
                        .filter(it -> it.processDefinitionId(process).isLatestVersion(true)))
                .getProcessDefinitionKey();
    }

    /** The first of what a search finds, as soon as it finds something. */
    static <T> T first(FinalSearchRequestStep<T> search) {
        return await().until(() -> search.send().join().items(), found -> !found.isEmpty())
                .getFirst();
    }

    /** The answer, as soon as there is one. */
    static <T> T eventually(FinalCommandStep<T> query) {
        Callable<T> asking = () -> query.send().join();
        return await().ignoreExceptions().until(asking, Objects::nonNull);
    }
}
