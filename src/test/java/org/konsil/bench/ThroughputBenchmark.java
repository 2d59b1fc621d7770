package org.konsil.bench;

import static org.konsil.bench.Table.number;

import io.camunda.client.CamundaClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.Models;

/**
 * A process with one service task, 64 instances under way, a streaming worker, commits that wait for the disk; clients in the same process. The
 * same with and without the tables of the searches, and what an instance leaves behind.
 */
class ThroughputBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("konsil.bench.warm-up-seconds", 30));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("konsil.bench.seconds", 20));
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 64;
    private static final int LEFT_BEHIND = Integer.getInteger("konsil.bench.instances", 10_000);

    @TempDir
    Path folder;

    private record Cost(double perSecond, double cpuMillis, double recordsEach, double cpuMicrosPerRecord) {}

    @Test
    void oneServiceTask() throws Exception {
        var table = new Table("one service task, 64 in flight", "measured", "aim");
        table.row("floor: waits for this disk a second", number(Machine.syncsPerSecond(folder)), "");
        try (var parts = new Parts(folder.resolve("alone"), Duration.ofSeconds(30), false)) {
            measure(parts, WARM_UP, Duration.ofSeconds(1));
        }
        Cost whole;
        try (var parts = new Parts(folder.resolve("whole"), Duration.ofSeconds(30), true)) {
            whole = measure(parts, WARM_UP, TIME);
        }
        Cost alone;
        try (var parts = new Parts(folder.resolve("alone"), Duration.ofSeconds(30), false)) {
            alone = measure(parts, SETTLE, TIME);
        }
        try (var parts = new Parts(folder.resolve("whole"), Duration.ofSeconds(30), true);
                var client = deployed(parts)) {
            table.row("instances/s, with the store", number(whole.perSecond()), "300");
            table.row("instances/s, engine alone", number(alone.perSecond()), "");
            table.row("CPU an instance, with the store (ms)", number(whole.cpuMillis()), "");
            table.row("CPU an instance, engine alone (ms)", number(alone.cpuMillis()), "");
            table.row("the store on top, CPU (%)", number(100 * (whole.cpuMillis() / alone.cpuMillis() - 1)), "40");
            table.row("records an instance", number(whole.recordsEach()), "");
            table.row("CPU a record, client included (us)", number(whole.cpuMicrosPerRecord()), "");
            var half = new Throughput(client).atRate(whole.perSecond() / 2, TIME);
            table.row("start to complete acknowledged, half load: p50 (ms)", number(half.millis(0.5)), "");
            table.row("start to complete acknowledged, half load: p99 (ms)", number(half.millis(0.99)), "150");
        }
        leftBehind(table);
    }

    private static CamundaClient deployed(Parts parts) {
        var client = parts.client();
        client.newDeployResourceCommand()
                .addProcessModel(Models.oneJob("one", "work"), "one.bpmn")
                .send()
                .join();
        return client;
    }

    private static Cost measure(Parts parts, Duration before, Duration time) throws InterruptedException {
        try (var client = deployed(parts)) {
            var throughput = new Throughput(client);
            throughput.atMost(IN_FLIGHT, before);
            long position = parts.core.lastCommittedPosition();
            var cpu = Machine.cpu();
            double perSecond = throughput.atMost(IN_FLIGHT, time);
            double instances = perSecond * time.toSeconds();
            double millis = Machine.cpu().minus(cpu).toMillis();
            double records = parts.core.lastCommittedPosition() - position;
            return new Cost(perSecond, millis / instances, records / instances, 1000 * millis / records);
        }
    }

    /** No snapshot in between, so that nothing of the log is cut. */
    private void leftBehind(Table table) throws Exception {
        try (var parts = new Parts(folder.resolve("bytes"), Duration.ofDays(1), true);
                var client = deployed(parts)) {
            var throughput = new Throughput(client);
            throughput.instances(IN_FLIGHT, LEFT_BEHIND);
            table.row("log, an instance (bytes)", number((double) parts.logBytes() / LEFT_BEHIND), "");
            parts.core.snapshot();
            table.row("store, an instance (bytes)", number((double) parts.storeBytes() / LEFT_BEHIND), "");
            table.row("snapshot of it all (KB)", number(parts.snapshotBytes() / 1024.0), "");
            parts.core.snapshot();
            throughput.atMost(IN_FLIGHT, Duration.ofSeconds(1));
            parts.core.snapshot();
            table.row("log that is kept after snapshots (MB)", number(parts.logBytes() / 1048576.0), "");
            double before = parts.storeBytes();
            parts.forgetEnded();
            throughput.instances(IN_FLIGHT, LEFT_BEHIND);
            parts.core.snapshot();
            table.row("store after as many again, the first forgotten (x)", number(parts.storeBytes() / before), "");
        }
    }
}
