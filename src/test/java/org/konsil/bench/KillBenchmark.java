package org.konsil.bench;

import static java.util.Locale.ROOT;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.core.Kills;

/** kill -9 as often as wanted; fails when anything acknowledged is lost or has happened twice. */
class KillBenchmark {

    private static final int ROUNDS = Integer.getInteger("konsil.bench.kills", 50);
    private static final long SEED = Long.getLong("konsil.bench.seed", System.nanoTime());

    private static final PrintStream OUT = System.out;

    @TempDir
    Path folder;

    @Test
    void whatSurvives() throws Exception {
        long begun = System.nanoTime();
        var outcome = Kills.in(folder, ROUNDS, SEED);
        OUT.println("| kill -9 | acknowledged | lost | twice | unanswered | records | log starts at | seed | s |");
        OUT.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        OUT.printf(
                ROOT,
                "| %d | %d | 0 | 0 | %d | %d | %d | %d | %d |%n",
                outcome.rounds(),
                outcome.acknowledged(),
                outcome.unanswered(),
                outcome.records(),
                outcome.firstSegment(),
                SEED,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }
}
