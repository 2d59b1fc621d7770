package org.konsil.engine.gateway.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.grpc.Status;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.Begin;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.LongPolling;

/** The official Java client against our gRPC port. */
class GrpcGatewayTests {

    @TempDir
    Path folder;

    private DurableEngine engine;
    private GrpcGateway gateway;
    private CamundaClient client;

    @BeforeEach
    void start() throws IOException {
        engine = DurableEngine.open(CoreSettings.forTests(folder));
        gateway = GrpcGateway.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                engine,
                new LongPolling(engine.commands(), engine.jobs()),
                EngineCredentials.open());
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + gateway.port()))
                .preferRestOverGrpc(false)
                .build();
        client.newDeployResourceCommand()
                .addResourceFromClasspath("engine/everything.bpmn")
                .addResourceFromClasspath("engine/risk.dmn")
                .send()
                .join();
    }

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
        engine.close();
    }

    private long create(String process, Map<String, Object> variables) {
        return Begin.instance(client, process, variables);
    }

    private BlockingQueue<ActivatedJob> listen(String type, boolean stream) {
        var seen = new LinkedBlockingQueue<ActivatedJob>();
        JobWorker worker = client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> seen.add(job))
                .timeout(Duration.ofMinutes(5))
                .requestTimeout(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .streamEnabled(stream)
                .open();
        assertThat(worker.isOpen()).isTrue();
        return seen;
    }

    private static ActivatedJob next(BlockingQueue<ActivatedJob> jobs) throws InterruptedException {
        var job = jobs.poll(10, TimeUnit.SECONDS);
        assertThat(job).as("a job within ten seconds").isNotNull();
        return job;
    }

    @Test
    void aLongPollingWorkerGetsAJobAsSoonAsItIsThere() throws InterruptedException {
        var jobs = listen("work", false);
        long instance = create("one-job", Map.of("x", 1));
        var job = next(jobs);
        assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(job.getVariablesAsMap()).containsEntry("x", 1);
        client.newCompleteCommand(job).variables(Map.of("y", 2)).send().join();
        assertThatThrownBy(() -> client.newCompleteCommand(job).send().join())
                .isInstanceOfSatisfying(
                        ClientStatusException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void aStreamingWorkerIsPushedJobs() throws InterruptedException {
        var jobs = listen("work", true);
        for (int i = 0; i < 5; i++) create("one-job", Map.of("x", i));
        for (int i = 0; i < 5; i++) client.newCompleteCommand(next(jobs)).send().join();
    }

    @Test
    void aResultIsAwaited() throws InterruptedException {
        var jobs = listen("work", false);
        var result = client.newCreateInstanceCommand()
                .bpmnProcessId("one-job")
                .latestVersion()
                .variables(Map.of("x", 1))
                .withResult()
                .send();
        client.newCompleteCommand(next(jobs)).variables(Map.of("y", 2)).send().join();
        assertThat(result.join().getVariablesAsMap()).containsEntry("y", 2);
    }

    @Test
    void aFailedJobComesBackAfterItsBackOffWithItsVariables() throws InterruptedException {
        var jobs = listen("work", false);
        create("one-job", Map.of());
        client.newFailCommand(next(jobs))
                .retries(1)
                .retryBackoff(Duration.ofHours(1))
                .variables(Map.of("tried", true))
                .send()
                .join();
        engine.clock().offsetBy(Duration.ofHours(2));
        assertThat(next(jobs).getVariablesAsMap()).containsEntry("tried", true);
    }

    @Test
    void anErrorThatTheModelKnowsTakesItsPath() throws InterruptedException {
        var jobs = listen("work", false);
        var refused = listen("refused", false);
        create("one-job", Map.of());
        client.newThrowErrorCommand(next(jobs))
                .errorCode("refused")
                .variables(Map.of("why", "no bed"))
                .send()
                .join();
        assertThat(next(refused).getVariablesAsMap()).containsEntry("why", "no bed");
    }

    @Test
    void aListenerDeniesAndCorrects() throws InterruptedException {
        var creating = listen("creating", false);
        var assigning = listen("assigning", true);
        create("one-task", Map.of());
        var creation = next(creating);
        assertThat(creation.getUserTask().getCandidateGroups()).containsExactly("coordinators");
        client.newCompleteCommand(creation)
                .withResult(result -> result.forUserTask().correctPriority(80).correctCandidateGroups(List.of("leads")))
                .send()
                .join();
        var assignment = next(assigning);
        assertThat(assignment.getUserTask().getAssignee()).isEqualTo("anna");
        assertThat(assignment.getUserTask().getCandidateGroups()).containsExactly("leads");
        assertThat(assignment.getUserTask().getPriority()).isEqualTo(80);
        client.newCompleteCommand(assignment)
                .withResult(result -> result.forUserTask().deny(true, "not hers"))
                .send()
                .join();
        await().untilAsserted(() -> assertThat(LogLook.first(engine, UserTaskIntent.ASSIGNMENT_DENIED))
                .isPresent());
    }

    @Test
    void aMessageAndATimerMoveAnInstance() throws InterruptedException {
        var jobs = listen("work", false);
        create("wait", Map.of("caseId", "c-1"));
        client.newPublishMessageCommand()
                .messageName("go")
                .correlationKey("c-1")
                .messageId("m-1")
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();
        assertThatThrownBy(() -> client.newPublishMessageCommand()
                        .messageName("go")
                        .correlationKey("c-1")
                        .messageId("m-1")
                        .timeToLive(Duration.ofMinutes(1))
                        .send()
                        .join())
                .hasMessageContaining("ALREADY_EXISTS");
        var reached = listen("reached", false);
        next(reached);
        assertThat(jobs).isEmpty();
        engine.clock().offsetBy(Duration.ofDays(2));
        next(jobs);
    }

    @Test
    void anIncidentIsResolvedOnceItsCauseIsGone() throws InterruptedException {
        var jobs = listen("work", false);
        create("one-job", Map.of());
        var job = next(jobs);
        client.newFailCommand(job).retries(0).errorMessage("broken").send().join();
        client.newUpdateRetriesCommand(job).retries(2).send().join();
        long incident = LogLook.first(engine, IncidentIntent.CREATED).orElseThrow();
        client.newResolveIncidentCommand(incident).send().join();
        assertThat(next(jobs).getKey()).isEqualTo(job.getKey());
    }

    @Test
    void instancesAreCancelledModifiedAndTheirVariablesSet() throws InterruptedException {
        var jobs = listen("reached", false);
        long instance = create("wait", Map.of("caseId", "c-2"));
        client.newSetVariablesCommand(instance)
                .variables(Map.of("urgency", "high"))
                .send()
                .join();
        client.newModifyProcessInstanceCommand(instance)
                .activateElement("reached")
                .send()
                .join();
        assertThat(next(jobs).getVariablesAsMap()).containsEntry("urgency", "high");
        client.newCancelInstanceCommand(instance).send().join();
        assertThatThrownBy(
                        () -> client.newCancelInstanceCommand(instance).send().join())
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void decisionsAreEvaluatedAndSignalsBroadcast() throws InterruptedException {
        var decision = client.newEvaluateDecisionCommand()
                .decisionId("risk")
                .variables(Map.of("amount", 150))
                .send()
                .join();
        assertThat(decision.getDecisionOutput()).isEqualTo("\"high\"");
        assertThat(decision.getEvaluatedDecisions().getFirst().getMatchedRules())
                .hasSize(1);
        var jobs = listen("work", false);
        client.newBroadcastSignalCommand()
                .signalName("all")
                .variables(Map.of("from", "signal"))
                .send()
                .join();
        assertThat(next(jobs).getVariablesAsMap()).containsEntry("from", "signal");
    }

    @Test
    void resourcesAreDeletedAndUnknownOnesRefused() {
        var deployed = client.newDeployResourceCommand()
                .addResourceFromClasspath("engine/everything.bpmn")
                .send()
                .join();
        var process = deployed.getProcesses().getFirst();
        client.newDeleteResourceCommand(process.getProcessDefinitionKey())
                .send()
                .join();
        assertThatThrownBy(() -> client.newDeleteResourceCommand(1L).send().join())
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> client.newDeployResourceCommand()
                        .addResourceStringUtf8("<no/>", "no.bpmn")
                        .send()
                        .join())
                .hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void everyCallOfTheProtocolIsServed() {
        var served = Stream.of(EngineService.class.getDeclaredMethods()).map(Method::getName);
        assertThat(served)
                .containsAll(Stream.of(GatewayGrpc.AsyncService.class.getMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void theTopologyIsAHealthyClusterOfOne() {
        var topology = client.newTopologyRequest().send().join();
        assertThat(topology.getBrokers()).hasSize(1);
        assertThat(topology.getGatewayVersion()).startsWith("8.8");
    }

    @Test
    void jobsOfAGoneStreamGoToAPoller() throws InterruptedException {
        try (var other = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + gateway.port()))
                .preferRestOverGrpc(false)
                .build()) {
            var command = other.newStreamJobsCommand()
                    .jobType("work")
                    .consumer(job -> {})
                    .timeout(Duration.ofMinutes(5))
                    .send();
            command.cancel(true);
        }
        create("one-job", Map.of());
        next(listen("work", false));
    }
}
