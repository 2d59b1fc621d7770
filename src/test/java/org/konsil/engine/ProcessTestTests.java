package org.konsil.engine;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.DecisionSelectors.byName;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.impl.coverage.core.CoverageCollector;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class ProcessTestTests {

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @Test
    void anInstanceGoesThroughWorkDecisionTimerMessageAndTask() {
        deploy(Models.order(), Models.RISK, Models.NOTE);
        context.mockJobWorker("check").thenComplete(Map.of("checked", true));
        var instance = start("order", Map.of("orderId", "o-7", "amount", 150));

        assertThat(instance).isActive().hasCompletedElements("check", "rate").hasActiveElements("cool-down");
        assertThat(instance).hasVariable("checked", true).hasVariable("risk", "high");
        assertThatDecision(byName("Risk")).isEvaluated().hasOutput("high").hasMatchedRules(1);
        context.increaseTime(Duration.ofDays(4));
        assertThat(instance).hasCompletedElements("cool-down").isWaitingForMessage("go", "o-7");
        client.newPublishMessageCommand()
                .messageName("go")
                .correlationKey("o-7")
                .send()
                .join();
        assertThat(instance).hasCorrelatedMessage("go", "o-7").hasActiveElements("note");
        assertThatUserTask(byElementId("note"))
                .isCreated()
                .hasName("Write a note")
                .hasAssignee("demo")
                .hasCandidateGroup("sales")
                .hasPriority(70);
        context.completeUserTask(byElementId("note"), Map.of("note", "fine"));
        assertThatUserTask(byElementId("note")).isCompleted();
        assertThat(instance).isCompleted().hasVariable("note", "fine").hasNoActiveIncidents();
    }

    @Test
    void anIncidentIsSeenAndResolved() {
        deploy(Models.oneJob("bad", "boom"));
        try (var worker = client.newWorker()
                .jobType("boom")
                .handler((jobs, job) -> jobs.newFailCommand(job)
                        .retries(0)
                        .errorMessage("no")
                        .send()
                        .join())
                .open()) {
            var instance = start("bad", Map.of());
            assertThat(instance).isActive().hasActiveIncidents();
            client.newCancelInstanceCommand(instance.getProcessInstanceKey())
                    .send()
                    .join();
            assertThat(instance).isTerminated().hasNoActiveIncidents();
        }
    }

    @Test
    void childProcessesAndDecisionsCanBeMocked() {
        var parent = Bpmn.createExecutableProcess("parent")
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId("child"))
                .businessRuleTask(
                        "rate", task -> task.zeebeCalledDecisionId("risk").zeebeResultVariable("risk"))
                .endEvent("end")
                .done();
        deploy(parent);
        context.mockChildProcess("child", Map.of("fromChild", 3));
        context.mockDmnDecision("risk", "low");
        var instance = start("parent", Map.of());
        assertThat(instance)
                .isCompleted()
                .hasCompletedElements("call", "rate", "end")
                .hasVariable("fromChild", 3);
        assertThat(instance).hasVariable("risk", "low");
    }

    @Test
    void aThrownErrorTakesItsWay() {
        var model = Bpmn.createExecutableProcess("risky")
                .startEvent()
                .serviceTask("try", task -> task.zeebeJobType("try"))
                .boundaryEvent("failed", event -> event.error("OUT"))
                .endEvent("lost")
                .moveToActivity("try")
                .endEvent("won")
                .done();
        deploy(model);
        var instance = start("risky", Map.of());
        context.throwBpmnErrorFromJob("try", "OUT");
        assertThat(instance).isCompleted().hasTerminatedElements("try").hasCompletedElements("failed", "lost");
        assertThat(instance).hasNotActivatedElements("won");
    }

    @Test
    void aMessageStartsAnInstanceAndAParallelPathWaits() {
        var model = Bpmn.createExecutableProcess("by-message")
                .startEvent("begin")
                .message("begin-now")
                .parallelGateway("fork")
                .serviceTask("slow", task -> task.zeebeJobType("slow"))
                .boundaryEvent("late", event -> event.cancelActivity(false).timerWithDuration("PT1H"))
                .endEvent("reminded")
                .moveToNode("fork")
                .userTask("sign", task -> task.zeebeUserTask().zeebeCandidateUsers("ann, bob"))
                .endEvent("signed")
                .done();
        deploy(model);
        client.newPublishMessageCommand()
                .messageName("begin-now")
                .correlationKey("c-1")
                .variables(Map.of("a", List.of(1, 2)))
                .send()
                .join();
        var instance = byProcessId("by-message");
        assertThat(instance).isActive().hasActiveElementsExactly("slow", "sign").hasVariable("a", List.of(1, 2));
        assertThat(instance).hasCorrelatedMessage("begin-now", "c-1");
        context.increaseTime(Duration.ofMinutes(61));
        assertThat(instance).hasCompletedElements("reminded").hasActiveElements("slow");
        context.completeUserTask("sign");
        context.completeJob("slow", Map.of("b", Map.of("c", 2.5)));
        assertThat(instance).isCompleted().hasVariable("b", Map.of("c", 2.5)).hasCompletedElements("signed");
    }

    @Test
    void anIncidentOfAnExpressionNamesItsElement() {
        deploy(Bpmn.createExecutableProcess("broken")
                .startEvent()
                .exclusiveGateway("which-way")
                .conditionExpression("nothing > 3")
                .endEvent()
                .done());
        assertThat(start("broken", Map.of())).isActive().hasActiveIncidents().hasActiveElements("which-way");
    }

    @AfterAll
    static void theReportKnowsWhatWasCovered() {
        var suite = CoverageCollector.collectors().stream()
                .map(CoverageCollector::getSuite)
                .filter(it -> it.getId().equals(ProcessTestTests.class.getName()))
                .findFirst()
                .orElseThrow();
        Assertions.assertThat(suite.getRuns())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(run -> Assertions.assertThat(run.getCoverages()).isNotEmpty());
    }

    private ProcessInstanceEvent start(String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join();
    }

    private void deploy(BpmnModelInstance process, Models.Resource... more) {
        var command = client.newDeployResourceCommand().addProcessModel(process, "process.bpmn");
        for (var resource : more) {
            command = command.addResourceStringUtf8(resource.content(), resource.name());
        }
        command.send().join();
    }
}
