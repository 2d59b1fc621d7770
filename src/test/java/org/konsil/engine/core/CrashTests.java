package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of work, several times, on the same folder. */
class CrashTests {

    private static final int[] KILL_AFTER = {40, 300, 400};

    @TempDir
    Path folder;

    private final Set<Long> created = new HashSet<>();
    private final Set<Long> completing = new HashSet<>();
    private final Set<Long> completed = new HashSet<>();

    @Test
    void nothingAcknowledgedIsLostAndNothingDoneIsUndone() throws Exception {
        for (int lines : KILL_AFTER) run(lines);
        var settings = CoreSettings.forTests(folder.resolve("engine"));
        try (var engine = DurableEngine.open(settings)) {
            var owed = new HashSet<>(created);
            owed.removeAll(completing);
            var open = new HashSet<Long>();
            var asks = new Asks(engine);
            await().untilAsserted(() -> {
                // jobs that the dead hold come back; also those that its last, unprocessed command activated after the
                // restart
                engine.clock().offsetBy(engine.clock().offset().plusDays(1));
                asks.batch(1000).getJobs().forEach(job -> open.add(job.getProcessInstanceKey()));
                assertThat(open).containsAll(owed);
            });
            assertThat(created).hasSizeGreaterThan(300);
            assertThat(open).doesNotContainAnyElementsOf(completed);
        }
    }

    private void run(int lines) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        folder.resolve("engine").toString())
                .redirectError(Redirect.DISCARD)
                .start();
        try (var said = child.inputReader()) {
            for (int i = 0; i < lines; i++) note(said);
            child.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves what was said readable
            for (var line = said.readLine(); line != null; line = said.readLine()) note(line);
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void note(BufferedReader said) throws IOException {
        var line = said.readLine();
        assertThat(line).as("the child still works").isNotNull();
        note(line);
    }

    private void note(String line) {
        var words = line.split(" ");
        if (words.length != 3) return; // cut short by the kill, or not ours
        switch (words[0]) {
            case "created" -> created.add(Long.parseLong(words[1]));
            case "completing" -> completing.add(Long.parseLong(words[1]));
            case "completed" -> completed.add(Long.parseLong(words[1]));
            default -> {}
        }
    }
}
