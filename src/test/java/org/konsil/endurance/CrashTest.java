package org.konsil.endurance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;

/**
 * Cases are worked by eight clients while the program is killed again and again. Whatever was acknowledged stands exactly once
 * in the end, and each case has left the very same marks as one that nothing happened to.
 */
@Aside
abstract class CrashTest {

    private static final int CASES = Integer.getInteger("konsil.crash.cases", 15);
    private static final int KILLS = Integer.getInteger("konsil.crash.kills", 5);

    /** Acknowledged steps of one case on its way, at least: registering, and claiming and completing its tasks. */
    private static final int STEPS = 20;

    @TempDir
    Path folder;

    /** How the program is told of its database. */
    abstract List<String> database();

    abstract Connection connect(Path home) throws SQLException;

    @Test
    void whatWasAcknowledgedStandsExactlyOnce() throws Exception {
        var seed = Long.getLong("konsil.crash.seed", System.nanoTime());
        System.out.println("The moments of the kills come from -Dkonsil.crash.seed=" + seed);
        try (var ordeal = new Ordeal(folder, database())) {
            ordeal.endure(CASES, it -> killAtRandom(it, new Random(seed)));
            ordeal.program.close();
            try (var connection = connect(folder.resolve("home"))) {
                ordeal.verify(connection);
            }
        }
    }

    private static void killAtRandom(Ordeal ordeal, Random random) throws Exception {
        int begun = ordeal.ledger.acknowledged();
        var moments = random.ints(KILLS, 0, CASES * STEPS).sorted().toArray();
        for (int number = 0; number < KILLS; number++) {
            ordeal.awaitAcknowledged(begun + moments[number]);
            kill(ordeal, random.nextInt(300), "killed");
            if (number == 2) {
                kill(ordeal, random.nextInt(8_000), "killed while it started");
            }
            ordeal.program.awaitReady(ordeal.port);
        }
    }

    private static void kill(Ordeal ordeal, int afterMillis, String words) throws Exception {
        TimeUnit.MILLISECONDS.sleep(afterMillis);
        ordeal.program.kill();
        ordeal.say(words);
        ordeal.program.startAgain();
    }
}
