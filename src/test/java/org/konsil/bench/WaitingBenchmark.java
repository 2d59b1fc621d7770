package org.konsil.bench;

import static org.konsil.bench.Table.number;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many instances that wait for a timer for a month: what they take of memory and disk, and how long the next start takes. */
class WaitingBenchmark {

    private static final int INSTANCES = Integer.getInteger("konsil.bench.waiting", 100_000);
    private static final int AT_ONCE = 200;

    @TempDir
    Path folder;

    @Test
    void instancesThatWait() throws Exception {
        var table = new Table(INSTANCES + " instances wait for a timer", "measured");
        try (var parts = open();
                var client = parts.client()) {
            long before = Machine.heapMegabytes();
            long begun = System.nanoTime();
            create(client);
            table.row("created a second", number(INSTANCES * 1e9 / (System.nanoTime() - begun)));
            table.row("heap they take (MB)", number(Machine.heapMegabytes() - before));
            table.row(
                    "resident (MB)",
                    number(Machine.residentMegabytes(ProcessHandle.current().pid())));
            begun = System.nanoTime();
            parts.core.snapshot();
            table.row("a snapshot (s)", number((System.nanoTime() - begun) / 1e9));
            table.row("snapshot, an instance (bytes)", number((double) parts.snapshotBytes() / INSTANCES));
            table.row("store, an instance (bytes)", number((double) parts.storeBytes() / INSTANCES));
        }
        long begun = System.nanoTime();
        try (var parts = open();
                var client = parts.client()) {
            client.newTopologyRequest().send().join();
            table.row("start-up (s)", number((System.nanoTime() - begun) / 1e9));
        }
    }

    private Parts open() throws Exception {
        return new Parts(folder, Duration.ofSeconds(30), true);
    }

    private static void create(CamundaClient client) throws InterruptedException {
        var model = Bpmn.createExecutableProcess("waiting")
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDuration("P30D"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(model, "waiting.bpmn")
                .send()
                .join();
        var free = new Semaphore(AT_ONCE);
        for (int i = 0; i < INSTANCES; i++) {
            free.acquire();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("waiting")
                    .latestVersion()
                    .send()
                    .whenComplete((done, error) -> free.release());
        }
        free.acquire(AT_ONCE);
    }
}
