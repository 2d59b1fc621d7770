package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.engine.Begin;
import org.konsil.engine.Models;
import org.konsil.engine.TestEngine;

class CallTests {

    CamundaClient client;

    @BeforeEach
    void begin() {
        TestEngine.shared().purge();
        client = TestEngine.shared().client();
    }

    @AfterEach
    void end() {
        client.close();
    }

    @Test
    void anInstanceCanBeAwaited() {
        deploy(Bpmn.createExecutableProcess("quick")
                .startEvent()
                .endEvent("end", end -> end.zeebeOutput("=a + 1", "b"))
                .done());
        var result = client.newCreateInstanceCommand()
                .bpmnProcessId("quick")
                .latestVersion()
                .variables(Map.of("a", 1))
                .withResult()
                .fetchVariables("b")
                .send()
                .join();
        assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("b", 2));
        assertProblem(
                404,
                () -> client.newCreateInstanceCommand()
                        .bpmnProcessId("unknown")
                        .latestVersion()
                        .send()
                        .join());
    }

    @Test
    void aJobFailsComesBackAndItsIncidentIsResolved() {
        deploy(Models.oneJob("job", "work"));
        start("job", Map.of("x", 1));
        var job = activate("work");
        assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("x", 1));
        client.newFailCommand(job)
                .retries(0)
                .errorMessage("out of paper")
                .variables(Map.of("why", "paper"))
                .send()
                .join();
        var incident = await().until(
                        () -> client.newIncidentSearchRequest().send().join().items(), found -> !found.isEmpty());
        assertThat(incident.getFirst().getErrorMessage()).isEqualTo("out of paper");
        long instance = incident.getFirst().getProcessInstanceKey();
        assertThat(client.newProcessInstanceGetRequest(instance).send().join().getHasIncident())
                .isTrue();
        assertThat(client.newIncidentsByProcessInstanceSearchRequest(instance)
                        .send()
                        .join()
                        .items())
                .hasSize(1);
        client.newUpdateRetriesCommand(job).retries(2).send().join();
        client.newResolveIncidentCommand(incident.getFirst().getIncidentKey())
                .send()
                .join();
        var again = activate("work");
        client.newUpdateTimeoutCommand(again)
                .timeout(Duration.ofMinutes(9))
                .send()
                .join();
        client.newCompleteCommand(again).send().join();
        await().until(() -> state(instance) == ProcessInstanceState.COMPLETED);
        assertThat(client.newProcessInstanceGetRequest(instance).send().join().getHasIncident())
                .isFalse();
        assertThat(client.newIncidentGetRequest(incident.getFirst().getIncidentKey())
                        .send()
                        .join()
                        .getState())
                .isEqualTo(IncidentState.RESOLVED);
        assertProblem(404, () -> client.newCompleteCommand(again).send().join());
    }

    @Test
    void longPollingAnswersAsSoonAsThereIsWork() {
        deploy(Models.oneJob("job", "later"));
        var polling = client.newActivateJobsCommand()
                .jobType("later")
                .maxJobsToActivate(5)
                .requestTimeout(Duration.ofSeconds(10))
                .send();
        start("job", Map.of());
        assertThat(polling.join(Duration.ofSeconds(5).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                        .getJobs())
                .hasSize(1);
    }

    @Test
    void aTaskIsTakenChangedAndDone() {
        client.newDeployResourceCommand()
                .addProcessModel(formTask(), "tasks.bpmn")
                .addResourceStringUtf8(Models.NOTE.content(), Models.NOTE.name())
                .send()
                .join();
        start("tasks", Map.of("case", "c-1"));
        long task = task().getUserTaskKey();
        assertThat(client.newUserTaskGetFormRequest(task).send().join().getFormId())
                .isEqualTo("note-form");
        assertThat(client.newUserTaskVariableSearchRequest(task).send().join().items())
                .extracting(it -> it.getName() + "=" + it.getValue())
                .containsExactlyInAnyOrder("case=\"c-1\"", "mine=1");
        client.newAssignUserTaskCommand(task).assignee("ann").send().join();
        assertProblem(
                409,
                () -> client.newAssignUserTaskCommand(task)
                        .assignee("bob")
                        .allowOverride(false)
                        .send()
                        .join());
        client.newUpdateUserTaskCommand(task)
                .priority(80)
                .candidateGroups("legal")
                .dueDate("2031-02-03T04:05:06+02:00")
                .send()
                .join();
        await().untilAsserted(() -> {
            var now = client.newUserTaskGetRequest(task).send().join();
            assertThat(now.getAssignee()).isEqualTo("ann");
            assertThat(now.getPriority()).isEqualTo(80);
            assertThat(now.getCandidateGroups()).containsExactly("legal");
            assertThat(now.getDueDate()).isEqualTo("2031-02-03T02:05:06Z");
        });
        client.newUnassignUserTaskCommand(task).send().join();
        client.newCompleteUserTaskCommand(task)
                .variables(Map.of("note", "ok"))
                .send()
                .join();
        await().untilAsserted(() -> {
            var now = client.newUserTaskGetRequest(task).send().join();
            assertThat(now.getState()).isEqualTo(UserTaskState.COMPLETED);
            assertThat(now.getAssignee()).isNull();
            assertThat(now.getCompletionDate()).isNotNull();
        });
        assertProblem(404, () -> client.newCompleteUserTaskCommand(task).send().join());
    }

    @Test
    void listenersCorrectTasksAndDenyTheirCompletion() {
        deploy(Bpmn.createExecutableProcess("tasks")
                .startEvent()
                .userTask(
                        "task",
                        it -> it.zeebeUserTask()
                                .zeebeTaskListener(one -> one.creating().type("correct"))
                                .zeebeTaskListener(one -> one.completing().type("judge")))
                .endEvent()
                .done());
        start("tasks", Map.of());
        var correct = activate("correct");
        assertThat(correct.getUserTask().getUserTaskKey()).isPositive();
        client.newCompleteCommand(correct)
                .withResult(
                        result -> result.forUserTask().correctPriority(77).correctCandidateGroups(List.of("a", "b")))
                .send()
                .join();
        var task = await().until(this::task, it -> it != null && it.getState() == UserTaskState.CREATED);
        assertThat(task.getPriority()).isEqualTo(77);
        assertThat(task.getCandidateGroups()).containsExactly("a", "b");
        var completion =
                client.newCompleteUserTaskCommand(task.getUserTaskKey()).send();
        client.newCompleteCommand(activate("judge"))
                .withResult(result -> result.forUserTask().deny(true, "the form is not complete"))
                .send()
                .join();
        assertThatThrownBy(completion::join)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the form is not complete");
        await().until(() -> task().getState() == UserTaskState.CREATED);
    }

    @Test
    void messagesAndSignalsFindWhoWaits() {
        deploy(Bpmn.createExecutableProcess("waiting")
                .startEvent()
                .intermediateCatchEvent("m", e -> e.message(it -> it.name("go").zeebeCorrelationKeyExpression("id")))
                .intermediateCatchEvent("s", e -> e.signal("all"))
                .endEvent()
                .done());
        long instance = start("waiting", Map.of("id", "k"));
        assertProblem(
                404,
                () -> client.newCorrelateMessageCommand()
                        .messageName("go")
                        .correlationKey("other")
                        .send()
                        .join());
        var correlated = client.newCorrelateMessageCommand()
                .messageName("go")
                .correlationKey("k")
                .send()
                .join();
        assertThat(correlated.getProcessInstanceKey()).isEqualTo(instance);
        client.newBroadcastSignalCommand().signalName("all").send().join();
        await().until(() -> state(instance) == ProcessInstanceState.COMPLETED);
        client.newPublishMessageCommand()
                .messageName("go")
                .correlationKey("k")
                .messageId("1")
                .timeToLive(Duration.ofHours(1))
                .send()
                .join();
        assertProblem(
                409,
                () -> client.newPublishMessageCommand()
                        .messageName("go")
                        .correlationKey("k")
                        .messageId("1")
                        .send()
                        .join());
    }

    @Test
    void instancesAreModifiedMigratedAndCancelled() {
        deploy(Models.oneJob("job", "work"));
        long instance = start("job", Map.of());
        var newer = client.newDeployResourceCommand()
                .addProcessModel(Models.oneTask("other"), "other.bpmn")
                .addProcessModel(Models.oneJob("renamed", "work"), "renamed.bpmn")
                .send()
                .join();
        var target = newer.getProcesses().stream()
                .filter(it -> it.getBpmnProcessId().equals("renamed"))
                .findFirst()
                .orElseThrow();
        client.newMigrateProcessInstanceCommand(instance)
                .migrationPlan(target.getProcessDefinitionKey())
                .addMappingInstruction("work", "work")
                .send()
                .join();
        await().until(() -> client.newProcessInstanceGetRequest(instance)
                .send()
                .join()
                .getProcessDefinitionId()
                .equals("renamed"));
        client.newModifyProcessInstanceCommand(instance)
                .activateElement("work")
                .send()
                .join();
        await().until(() -> client.newElementInstanceSearchRequest()
                        .filter(it -> it.processInstanceKey(instance).elementId("work"))
                        .send()
                        .join()
                        .items()
                        .size()
                == 2);
        client.newSetVariablesCommand(instance)
                .variables(Map.of("late", true))
                .send()
                .join();
        await().until(() -> !client.newVariableSearchRequest()
                .filter(it -> it.processInstanceKey(instance).name("late"))
                .send()
                .join()
                .items()
                .isEmpty());
        client.newCancelInstanceCommand(instance).send().join();
        await().until(() -> state(instance) == ProcessInstanceState.TERMINATED);
        assertProblem(
                404, () -> client.newCancelInstanceCommand(instance).send().join());
    }

    @Test
    void decisionsAreEvaluatedAndModelsDeleted() {
        var deployed = client.newDeployResourceCommand()
                .addResourceStringUtf8(Models.RISK.content(), Models.RISK.name())
                .send()
                .join();
        var decision = deployed.getDecisions().getFirst();
        var answer = client.newEvaluateDecisionCommand()
                .decisionId("risk")
                .variables(Map.of("amount", 500))
                .send()
                .join();
        assertThat(answer.getDecisionOutput()).isEqualTo("\"high\"");
        assertThat(answer.getEvaluatedDecisions()
                        .getFirst()
                        .getMatchedRules()
                        .getFirst()
                        .getRuleId())
                .isEqualTo("r1");
        var kept = await().until(
                        () -> client.newDecisionInstanceSearchRequest()
                                .send()
                                .join()
                                .items(),
                        it -> !it.isEmpty());
        var detail = client.newDecisionInstanceGetRequest(kept.getFirst().getDecisionInstanceId())
                .send()
                .join();
        assertThat(detail.getEvaluatedInputs().getFirst().getInputValue()).isEqualTo("500");
        assertThat(detail.getMatchedRules()
                        .getFirst()
                        .getEvaluatedOutputs()
                        .getFirst()
                        .getOutputValue())
                .isEqualTo("\"high\"");
        assertThat(client.newDecisionDefinitionGetXmlRequest(decision.getDecisionKey())
                        .send()
                        .join())
                .contains("<decision id=\"risk\"");
        client.newDeleteResourceCommand(decision.getDecisionRequirementsKey())
                .send()
                .join();
        await().until(() -> client.newDecisionDefinitionSearchRequest()
                .send()
                .join()
                .items()
                .isEmpty());
    }

    private static BpmnModelInstance formTask() {
        return Bpmn.createExecutableProcess("tasks")
                .startEvent()
                .userTask(
                        "task",
                        it -> it.zeebeUserTask().zeebeFormId("note-form").zeebeInputExpression("1", "mine"))
                .endEvent()
                .done();
    }

    private void deploy(BpmnModelInstance process) {
        Begin.deploy(client, process);
    }

    private long start(String process, Map<String, Object> variables) {
        return Begin.instance(client, process, variables);
    }

    private ActivatedJob activate(String type) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofSeconds(10))
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    private UserTask task() {
        return await().until(
                        () -> client.newUserTaskSearchRequest().send().join().items(), it -> !it.isEmpty())
                .getFirst();
    }

    private ProcessInstanceState state(long instance) {
        return client.newProcessInstanceGetRequest(instance).send().join().getState();
    }

    private static void assertProblem(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.code()).isEqualTo(status));
    }
}
