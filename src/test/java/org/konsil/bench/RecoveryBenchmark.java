package org.konsil.bench;

import static org.konsil.bench.Table.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.Models;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.springframework.util.FileSystemUtils;

/** How long the engine takes to be back when no snapshot helps it and it has to replay its whole log. */
class RecoveryBenchmark {

    private static final int RECORDS = Integer.getInteger("konsil.bench.records", 200_000);

    @TempDir
    Path folder;

    @Test
    void replayOfAWholeLog() throws Exception {
        var dead = folder.resolve("dead");
        long records = die(dead);
        var table = new Table("replay without a snapshot", "measured", "aim");
        table.row("records in the log", Long.toString(records), "");
        for (var which : new String[] {"first", "second"}) {
            FileSystemUtils.deleteRecursively(dead.resolve("snapshots"));
            long begun = System.nanoTime();
            try (var engine = DurableEngine.open(CoreSettings.in(dead))) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                table.row(which + " recovery of " + RECORDS + " records (s)", number(seconds * RECORDS / records), "8");
            }
        }
    }

    /** Leaves the log of an engine that was never closed; answers how many records are in it. */
    private long die(Path dead) throws Exception {
        var alive = folder.resolve("alive");
        try (var parts = new Parts(alive, Duration.ofDays(1), false);
                var client = parts.client()) {
            client.newDeployResourceCommand()
                    .addProcessModel(Models.oneJob("one", "work"), "one.bpmn")
                    .send()
                    .join();
            var throughput = new Throughput(client);
            while (parts.core.lastCommittedPosition() < RECORDS) throughput.atMost(64, Duration.ofSeconds(2));
            copy(alive.resolve("log"), dead.resolve("log"));
            return parts.core.lastCommittedPosition();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        FileSystemUtils.copyRecursively(from, to);
    }
}
