package org.konsil.engine;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import io.camunda.process.test.api.assertions.DecisionSelectors;
import io.camunda.process.test.impl.coverage.core.CoverageCollector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Camunda Process Test for Spring in remote mode, with the application's own job worker, against the embedded engine. */
@SpringBootTest(classes = SpringProcessTestTests.Application.class, webEnvironment = WebEnvironment.NONE)
@CamundaSpringProcessTest
@SuppressWarnings("NullAway.Init") // Spring puts client and context in
class SpringProcessTestTests {

    /** Camunda's starter counts jobs as soon as Micrometer is there, and loses them when it has nowhere to count. */
    @Import({JacksonAutoConfiguration.class, SimpleMeterRegistry.class, Checker.class})
    static class Application {}

    /** What an application brings; it must be public for Camunda's starter. */
    public static class Checker {

        @JobWorker(type = "check")
        public Map<String, Object> check(@Variable int amount) {
            return Map.of("checked", amount > 0);
        }
    }

    @Autowired
    CamundaClient client;

    @Autowired
    CamundaProcessTestContext context;

    @DynamicPropertySource
    static void remote(DynamicPropertyRegistry properties) {
        var engine = TestEngine.shared();
        properties.add("camunda.process-test.runtime-mode", () -> "remote");
        properties.add("camunda.process-test.remote.camunda-monitoring-api-address", engine::restAddress);
        properties.add("camunda.process-test.remote.client.rest-address", engine::restAddress);
        properties.add("camunda.process-test.remote.client.grpc-address", engine::grpcAddress);
    }

    @BeforeEach
    void deploy() {
        client.newDeployResourceCommand()
                .addProcessModel(Models.order(), "order.bpmn")
                .addResourceStringUtf8(Models.RISK.content(), Models.RISK.name())
                .addResourceStringUtf8(Models.NOTE.content(), Models.NOTE.name())
                .send()
                .join();
    }

    @Test
    void theApplicationsWorkerDoesItsPartAndTimePasses() {
        var order = start(150);
        assertThat(order).hasCompletedElements("check", "rate").hasVariable("checked", true);
        assertThatDecision(DecisionSelectors.byName("Risk")).isEvaluated().hasOutput("high");
        context.increaseTime(Duration.ofDays(4));
        assertThat(order).isWaitingForMessage("go", "o-1");
        client.newPublishMessageCommand()
                .messageName("go")
                .correlationKey("o-1")
                .send()
                .join();
        assertThatUserTask(byElementId("note")).isCreated().hasAssignee("demo");
        context.completeUserTask("note", Map.of("note", "fine"));
        assertThat(order).isCompleted().hasVariable("note", "fine").hasNoActiveIncidents();
    }

    @Test
    void everyTestBeginsInAnEmptyEngineWithItsMocks() {
        Assertions.assertThat(
                        client.newProcessInstanceSearchRequest().send().join().items())
                .isEmpty();
        context.mockDmnDecision("risk", "none");
        var order = start(1);
        assertThat(order).isActive().hasVariable("risk", "none").hasActiveElements("cool-down");
    }

    @AfterAll
    static void theReportKnowsWhatWasCovered() {
        Assertions.assertThat(CoverageCollector.collectors())
                .anySatisfy(it -> Assertions.assertThat(it.getSuite().getRuns()).isNotEmpty());
    }

    private ProcessInstanceEvent start(int amount) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId("order")
                .latestVersion()
                .variables(Map.of("orderId", "o-1", "amount", amount))
                .send()
                .join();
    }
}
