package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.konsil.engine.Models;

/** Some instances in every state there is, so that each search has something to tell apart. */
final class Lives {

    private Lives() {}

    /** Work, a decision, a message, a task; called by another process. */
    static BpmnModelInstance whole(String id) {
        return Bpmn.createExecutableProcess(id)
                .name("Whole " + id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType("work").zeebeTaskHeader("colour", "red"))
                .businessRuleTask(
                        "rate", task -> task.zeebeCalledDecisionId("risk").zeebeResultVariable("risk"))
                .intermediateCatchEvent("wait", e -> e.message(m -> m.name("go").zeebeCorrelationKeyExpression("id")))
                .userTask(
                        "note",
                        task -> task.zeebeUserTask()
                                .zeebeFormId("note-form")
                                .zeebeCandidateGroups("sales, support")
                                .zeebeCandidateUsers("ann")
                                .zeebeDueDate("2031-02-03T04:05:06Z")
                                .zeebeFollowUpDate("2031-01-03T04:05:06+01:00")
                                .zeebeTaskHeader("shape", "round"))
                .endEvent()
                .done();
    }

    static void begin(CamundaClient client) {
        var caller = Bpmn.createExecutableProcess("caller")
                .versionTag("v1")
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId("one"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(whole("one"), "one.bpmn")
                .addProcessModel(whole("two"), "two.bpmn")
                .addProcessModel(caller, "caller.bpmn")
                .addResourceStringUtf8(Models.RISK.content(), Models.RISK.name())
                .addResourceStringUtf8(
                        Models.RISK.content().replace("\"risk\"", "\"luck\"").replace("drg", "drl"), "luck.dmn")
                .addResourceStringUtf8(Models.NOTE.content(), Models.NOTE.name())
                .send()
                .join();
        for (int i = 0; i < 6; i++) {
            client.newCreateInstanceCommand()
                    .bpmnProcessId(i == 0 ? "caller" : i % 2 == 0 ? "one" : "two")
                    .latestVersion()
                    .variables(Map.of("id", "i-" + i, "amount", i * 40, "text", "t".repeat(9000 * (i % 2) + 1)))
                    .tags("tag-" + i % 2)
                    .send()
                    .join();
        }
        var jobs = client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(5)
                .workerName("one worker")
                .send()
                .join()
                .getJobs();
        assertThat(jobs).hasSize(5);
        client.newFailCommand(jobs.get(0))
                .retries(0)
                .errorMessage("no paper")
                .send()
                .join();
        client.newFailCommand(jobs.get(1))
                .retries(0)
                .errorMessage("no pencil")
                .send()
                .join();
        client.newThrowErrorCommand(jobs.get(2))
                .errorCode("lost")
                .errorMessage("gone")
                .send()
                .join();
        client.newCompleteCommand(jobs.get(3))
                .variables(Map.of("done", true))
                .send()
                .join();
        client.newCompleteCommand(jobs.get(4)).send().join();
        for (int i = 0; i < 6; i++) {
            client.newPublishMessageCommand()
                    .messageName("go")
                    .correlationKey("i-" + i)
                    .timeToLive(Duration.ofSeconds(3))
                    .send()
                    .join();
        }
        var tasks = await().until(
                        () -> client.newUserTaskSearchRequest().send().join().items(), it -> it.size() == 2);
        client.newAssignUserTaskCommand(tasks.getFirst().getUserTaskKey())
                .assignee("ann")
                .send()
                .join();
        client.newCompleteUserTaskCommand(tasks.getFirst().getUserTaskKey())
                .send()
                .join();
        var last = client.newProcessInstanceSearchRequest()
                .filter(it -> it.processDefinitionId("two").state(ProcessInstanceState.ACTIVE))
                .send()
                .join()
                .items()
                .getLast();
        client.newCancelInstanceCommand(last.getProcessInstanceKey()).send().join();
        await().until(() -> client.newProcessInstanceSearchRequest()
                        .filter(it -> it.state(s -> s.neq(ProcessInstanceState.ACTIVE)))
                        .send()
                        .join()
                        .items()
                        .size()
                >= 2);
    }
}
