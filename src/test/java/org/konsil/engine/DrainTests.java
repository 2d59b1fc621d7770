package org.konsil.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.RecordType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine is stopped while clients create instances and workers work them, over both of its doors. */
class DrainTests {

    @TempDir
    Path folder;

    private final DataSource database = TestEngine.memory();
    private final Set<Long> created = ConcurrentHashMap.newKeySet();
    private final Set<Long> worked = ConcurrentHashMap.newKeySet();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();

    private static CamundaClient client(EmbeddedEngine engine, boolean rest) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .restAddress(engine.restAddress())
                .preferRestOverGrpc(rest)
                .numJobWorkerExecutionThreads(4)
                .build();
    }

    @Test
    void whatWasAcknowledgedStaysAndTheNextStartReplaysNothing() throws Exception {
        var engine = EmbeddedEngine.start(EngineSettings.forTests(folder), database);
        try (var grpc = client(engine, false);
                var rest = client(engine, true);
                var callers = Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().factory())) {
            deploy(grpc);
            workers(grpc, rest);
            for (int i = 0; i < 3; i++) {
                callers.submit(() -> createUntilItStops(grpc));
                callers.submit(() -> createUntilItStops(rest));
            }
            await().until(() -> created.size() > 200 && worked.size() > 50);

            engine.close();

            // before the clients are closed, which breaks off what they wait for
            assertThat(failures).isEmpty();
        }
        assertThat(shown("select process_instance_key from engine_process_instance"))
                .as("searches show all that was acknowledged")
                .containsAll(created);
        long position = shown("select position from engine_position").getFirst();
        assertThat(commandsAfter(savedPosition(), position))
                .as("to be replayed")
                .isZero();
        assertThatEverythingIsThere();
    }

    private void deploy(CamundaClient client) {
        var model = Bpmn.createExecutableProcess("drained")
                .startEvent()
                .serviceTask("pushed", task -> task.zeebeJobType("pushed"))
                .serviceTask("polled", task -> task.zeebeJobType("polled"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(model, "drained.bpmn")
                .send()
                .join();
    }

    private void workers(CamundaClient grpc, CamundaClient rest) {
        grpc.newWorker()
                .jobType("pushed")
                .handler(this::pass)
                .streamEnabled(true)
                .open();
        rest.newWorker().jobType("polled").handler(this::finish).open();
    }

    private void pass(JobClient client, ActivatedJob job) {
        tried(() -> client.newCompleteCommand(job).send().join());
    }

    private void finish(JobClient client, ActivatedJob job) {
        if (tried(() -> client.newCompleteCommand(job).send().join())) worked.add(job.getProcessInstanceKey());
    }

    private void createUntilItStops(CamundaClient client) {
        while (tried(() -> created.add(client.newCreateInstanceCommand()
                .bpmnProcessId("drained")
                .latestVersion()
                .send()
                .join()
                .getProcessInstanceKey()))) {}
    }

    private boolean tried(Runnable call) {
        try {
            call.run();
            return true;
        } catch (RuntimeException e) {
            if (!saysThatNobodyIsThere(e)) failures.add(e.toString());
            return false;
        }
    }

    private static boolean saysThatNobodyIsThere(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException grpc && grpc.getStatus().getCode() == Status.Code.UNAVAILABLE)
                return true;
            if (cause instanceof IOException
                    || String.valueOf(cause.getMessage()).contains("503")) return true;
        }
        return false;
    }

    private long savedPosition() throws IOException {
        try (var snapshots = Files.list(folder.resolve("snapshots"))) {
            return snapshots
                    .filter(Files::isDirectory)
                    .map(path -> Long.parseLong(path.getFileName().toString().split("-")[0]))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private List<Long> shown(String keys) {
        return JdbcClient.create(database).sql(keys).query(Long.class).list();
    }

    /** Commands whose effects the saved state does not have. */
    private long commandsAfter(long saved, long end) {
        try (var core = DurableEngine.open(CoreSettings.forTests(folder));
                var records = core.records().newReader()) {
            long commands = 0;
            records.seekToNextEvent(saved);
            while (records.hasNext() && records.peekNext().getPosition() <= end) {
                var metadata = new RecordMetadata();
                var record = records.next();
                record.readMetadata(metadata);
                if (metadata.getRecordType() == RecordType.COMMAND && !record.shouldSkipProcessing()) commands++;
            }
            return commands;
        }
    }

    private void assertThatEverythingIsThere() {
        var again = new HashSet<Long>();
        try (var engine = EmbeddedEngine.start(EngineSettings.forTests(folder), database);
                var client = client(engine, false)) {
            client.newWorker()
                    .jobType("pushed")
                    .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                    .open();
            client.newWorker()
                    .jobType("polled")
                    .handler((jobs, job) -> {
                        jobs.newCompleteCommand(job).send().join();
                        again.add(job.getProcessInstanceKey());
                    })
                    .open();
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> shown(
                                    "select process_instance_key from engine_process_instance where state = 'ACTIVE'"),
                            List::isEmpty);
        }
        assertThat(again)
                .as("work that was acknowledged is not asked for twice")
                .doesNotContainAnyElementsOf(worked);
    }
}
