package org.konsil.engine;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ElementSelectors.byName;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byParentProcessInstanceKey;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byProcessInstanceKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byTaskName;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.DecisionSelectors;
import io.camunda.process.test.api.assertions.ElementSelectors;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every kind of assertion that Camunda Process Test has, and its ways to act: mocks, jobs, tasks, time. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class ProcessTestAssertionTests {

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @Test
    void instancesElementsAndVariables() {
        var model = Bpmn.createExecutableProcess("way")
                .startEvent("start")
                .serviceTask("work", task -> task.zeebeJobType("work").zeebeInputExpression("a + 1", "mine"))
                .name("Work on it")
                .boundaryEvent("late", event -> event.timerWithDuration("PT1H"))
                .endEvent("gone")
                .moveToActivity("work")
                .manualTask("then")
                .endEvent("end")
                .done();
        Begin.deploy(client, model);
        long key = start("way", Map.of("a", 1, "b", List.of("x"), "c", Map.of("d", true)));
        var instance = assertThatProcessInstance(ProcessInstanceSelectors.byKey(key));

        instance.isCreated().isActive().hasNoActiveIncidents();
        instance.hasActiveElement("work", 1).hasActiveElement(byName("Work on it"), 1);
        instance.hasActiveElements("work")
                .hasActiveElements(byName("Work on it"))
                .hasActiveElementsExactly("work");
        instance.hasActiveElementsExactly(ElementSelectors.byId("work")).hasNoActiveElements("then", "end");
        instance.hasNoActiveElements(ElementSelectors.byId("then")).hasNotActivatedElements("then", "gone");
        instance.hasVariableNames("a", "b", "c").hasVariable("b", List.of("x"));
        instance.hasVariables(Map.of("a", 1, "c", Map.of("d", true)));
        instance.hasLocalVariableNames("work", "mine").hasLocalVariable("work", "mine", 2);
        instance.hasLocalVariables(byName("Work on it"), Map.of("mine", 2));

        context.completeJob("work", Map.of("e", "done"));
        assertThat(byProcessId("way")).isCompleted();
        instance.hasCompletedElement("work", 1).hasCompletedElements("start", "work", "then", "end");
        instance.hasCompletedElementsInOrder("start", "work", "then", "end").hasVariable("e", "done");
        instance.hasCompletedElementsInOrder(byName("Work on it"), ElementSelectors.byId("end"));

        long other = start("way", Map.of("a", 1));
        context.increaseTime(Duration.ofMinutes(61));
        assertThatProcessInstance(ProcessInstanceSelectors.byKey(other))
                .isCompleted()
                .hasTerminatedElement("work", 1)
                .hasTerminatedElements("work")
                .hasCompletedElements("late", "gone");
    }

    @Test
    void userTasks() {
        var model = Bpmn.createExecutableProcess("asked")
                .startEvent()
                .userTask(
                        "ask",
                        task -> task.zeebeUserTask()
                                .zeebeAssignee("ann")
                                .zeebeCandidateGroups("sales, support")
                                .zeebeDueDate("2031-02-03T04:05:06Z")
                                .zeebeFollowUpDate("2031-01-03T04:05:06Z")
                                .zeebeTaskPriority("70"))
                .name("Ask them")
                .endEvent()
                .done();
        Begin.deploy(client, model);
        long key = start("asked", Map.of());
        var task = assertThatUserTask(byTaskName("Ask them", key));
        task.isCreated().hasAssignee("ann").hasPriority(70).hasElementId("ask").hasName("Ask them");
        task.hasProcessInstanceKey(key).hasCandidateGroup("sales").hasCandidateGroups(List.of("sales", "support"));
        task.hasDueDate("2031-02-03T04:05:06Z").hasFollowUpDate("2031-01-03T04:05:06Z");
        var created = client.newUserTaskSearchRequest()
                .send()
                .join()
                .items()
                .getFirst()
                .getCreationDate();
        task.hasCreationDate(created.toString());

        context.completeUserTask(byTaskName("Ask them"), Map.of("answer", 42));
        task.isCompleted();
        var completed = client.newUserTaskSearchRequest()
                .send()
                .join()
                .items()
                .getFirst()
                .getCompletionDate();
        task.hasCompletionDate(completed.toString());
        assertThat(byProcessId("asked")).isCompleted().hasVariable("answer", 42);

        long other = start("asked", Map.of());
        assertThat(byProcessInstanceKey(other)).isCreated();
        client.newCancelInstanceCommand(other).send().join();
        assertThatUserTask(byElementId("ask", other)).isCanceled();
    }

    @Test
    void decisions() {
        client.newDeployResourceCommand()
                .addResourceStringUtf8(Models.RISK.content(), Models.RISK.name())
                .send()
                .join();
        var answer = client.newEvaluateDecisionCommand()
                .decisionId("risk")
                .variables(Map.of("amount", 7))
                .send()
                .join();
        assertThat(answer).isEvaluated().hasOutput("low").hasMatchedRules(2).hasNotMatchedRules(1);
        assertThatDecision(DecisionSelectors.byId("risk")).isEvaluated();
        assertThatDecision(DecisionSelectors.byName("Risk")).hasOutput("low");
        Assertions.assertThatThrownBy(() -> quickly(
                        () -> assertThatDecision(DecisionSelectors.byId("risk")).hasNoMatchedRules()))
                .isInstanceOf(AssertionError.class);
        Begin.deploy(client, Models.decided("decided"));
        long key = start("decided", Map.of("amount", 200));
        assertThatDecision(DecisionSelectors.byProcessInstanceKey(key))
                .hasOutput("high")
                .hasMatchedRules(1);
    }

    @Test
    void messagesAndCalledProcesses() {
        var caller = Bpmn.createExecutableProcess("caller")
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId("called"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(Models.waiting("called"), "called.bpmn")
                .addProcessModel(caller, "caller.bpmn")
                .send()
                .join();
        long key = start("caller", Map.of("id", "i-1"));
        var child = assertThatProcessInstance(byParentProcessInstanceKey(key));
        child.isWaitingForMessage("go").isWaitingForMessage("go", "i-1");
        child.isNotWaitingForMessage("stop").isNotWaitingForMessage("go", "i-2");
        client.newCorrelateMessageCommand()
                .messageName("go")
                .correlationKey("i-1")
                .send()
                .join();
        child.hasCorrelatedMessage("go").hasCorrelatedMessage("go", "i-1").isNotWaitingForMessage("go", "i-1");
        assertThat(byProcessId("caller")).isCompleted().hasCompletedElements("call");
    }

    @Test
    void mockedWorkersAndMovedTime() {
        var model = Bpmn.createExecutableProcess("mocked")
                .startEvent()
                .serviceTask("one", task -> task.zeebeJobType("one"))
                .serviceTask("two", task -> task.zeebeJobType("two"))
                .boundaryEvent("failed", event -> event.error("OUT"))
                .intermediateCatchEvent("later", event -> event.timerWithDateExpression("date and time(when)"))
                .endEvent("end")
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(model, "mocked.bpmn")
                .send()
                .join();
        var worker = context.mockJobWorker("one")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("seen", job.getType()))
                        .send()
                        .join());
        context.mockJobWorker("two").thenThrowBpmnError("OUT", Map.of("why", "paper"));
        var when = OffsetDateTime.ofInstant(context.getCurrentTime(), ZoneOffset.UTC)
                .plusDays(30)
                .truncatedTo(ChronoUnit.SECONDS);
        long key = start("mocked", Map.of("when", when.toString()));
        var instance = assertThatProcessInstance(ProcessInstanceSelectors.byKey(key));
        instance.hasVariable("seen", "one")
                .hasLocalVariable("failed", "why", "paper")
                .hasActiveElements("later");
        Assertions.assertThat(worker.getActivatedJobs()).hasSize(1);
        context.setTime(when.plusSeconds(1).toInstant());
        Assertions.assertThat(context.getCurrentTime()).isAfter(when.toInstant());
        instance.isCompleted();
        Assertions.assertThatThrownBy(() -> quickly(instance::isTerminated)).isInstanceOf(AssertionError.class);
    }

    /** For assertions that must fail: they would wait ten seconds for it. */
    private static void quickly(Runnable assertion) {
        CamundaAssert.setAssertionTimeout(Duration.ofMillis(500));
        try {
            assertion.run();
        } finally {
            CamundaAssert.setAssertionTimeout(TestEngine.PATIENCE);
        }
    }

    private long start(String process, Map<String, Object> variables) {
        return Begin.instance(client, process, variables);
    }
}
