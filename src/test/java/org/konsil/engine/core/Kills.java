package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.konsil.Jvm;
import org.konsil.engine.TestEngine;
import org.konsil.engine.clock.OffsetClock;
import org.konsil.engine.log.LogSettings;
import org.konsil.engine.log.SegmentedLog;
import org.konsil.engine.state.NoMeters;
import org.konsil.engine.store.Store;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * kill -9 in the middle of work, again and again on the same folder. Between the kills the log is counted record by record, and followed by the
 * tables of the searches, so that the engine may cut it.
 */
public final class Kills {

    /**
     * What was seen.
     *
     * @param acknowledged commands that the program was told to be done
     * @param unanswered commands that were under way when it was killed
     * @param records positions of the log
     * @param firstSegment where the log starts in the end: it was cut, if that is not 1
     */
    public record Outcome(int rounds, int acknowledged, int unanswered, long records, long firstSegment) {}

    private final Path engine;
    private final Path owed;
    private final Random chance;
    private final Map<Said, TreeSet<Long>> asked = new HashMap<>();
    private final Map<Said, TreeSet<Long>> acknowledged = new HashMap<>();
    private final Tally tally = new Tally();
    private final DataSource database = TestEngine.memory();
    private final Store store = Store.open(database);

    private Kills(Path folder, long seed) {
        engine = folder.resolve("engine");
        owed = folder.resolve("owed");
        chance = new Random(seed);
    }

    private TreeSet<Long> asked(Said what) {
        return asked.computeIfAbsent(what, one -> new TreeSet<>());
    }

    private TreeSet<Long> acknowledged(Said what) {
        return acknowledged.computeIfAbsent(what, one -> new TreeSet<>());
    }

    /** Kills that many times in the folder, and fails when anything acknowledged is lost or anything has happened twice. */
    public static Outcome in(Path folder, int rounds, long seed) throws IOException, InterruptedException {
        var kills = new Kills(folder, seed);
        long first = 1;
        try (var unused = kills.store) {
            for (int round = 0; round < rounds; round++) {
                kills.runAndKill();
                first = kills.count();
                kills.verify();
            }
            kills.theStateKnowsTheSame();
        }
        int told = kills.acknowledged.values().stream().mapToInt(Set::size).sum();
        int said = kills.asked.values().stream().mapToInt(Set::size).sum();
        return new Outcome(rounds, told, said - told, kills.tally.last(), first);
    }

    private void runAndKill() throws IOException, InterruptedException {
        var unanswered = new TreeSet<>(asked(Said.PUBLISH));
        unanswered.removeAll(acknowledged(Said.PUBLISH));
        Files.write(owed, unanswered.stream().map(String::valueOf).toList());
        var child = start();
        try (var said = child.inputReader()) {
            int lines = 50 + chance.nextInt(550);
            for (int i = 0; i < lines; i++) {
                var line = said.readLine();
                assertThat(line).as("the child still works").isNotNull();
                note(line);
            }
            child.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves what was said readable
            for (var line = said.readLine(); line != null; line = said.readLine()) note(line);
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process start() throws IOException {
        var next = asked(Said.CREATE).isEmpty() ? 0 : asked(Said.CREATE).last() + 1;
        var command = Jvm.running(CrashChild.class, Jvm.QUICK_TO_START, "-XX:+UseSerialGC", "-Xmx300m");
        command.addAll(List.of(engine.toString(), Long.toString(tally.last()), Long.toString(next), owed.toString()));
        return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    }

    private void note(String text) {
        Said.parse(text).ifPresent(line -> {
            var kind = line.acknowledged() ? acknowledged(line.what()) : asked(line.what());
            kind.add(line.about());
        });
    }

    /** Reads what the dead has left; answers where the log starts. */
    private long count() throws IOException {
        try (var log = new SegmentedLog(new LogSettings(engine.resolve("log"), 1 << 16, true), (sentence, cause) -> {
                    throw new AssertionError(sentence, cause);
                });
                var stream = LogStream.builder()
                        .withPartitionId(1)
                        .withLogName("dead")
                        .withLogStorage(log)
                        .withClock(new OffsetClock())
                        .withMeterRegistry(NoMeters.registry())
                        .build()) {
            try (var reader = stream.newLogStreamReader()) {
                tally.read(reader);
            }
            store.follow(new Left(stream, tally.last()));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> store.position() == tally.last());
            store.stop();
            return log.firstPosition();
        }
    }

    private void verify() {
        for (var what : Said.values()) {
            for (long about : acknowledged(what))
                assertThat(tally.effects(what, about))
                        .as("%s %d was acknowledged", what, about)
                        .isEqualTo(1);
            tally.effects(what)
                    .forEach((about, times) ->
                            assertThat(times).as("%s %d", what, about).isEqualTo(1));
        }
        assertThat(tally.ended().values()).allMatch(times -> times == 1);
        assertThat(rows("")).isEqualTo(tally.effects(Said.CREATE).size());
        assertThat(rows("where state = 'COMPLETED'")).isEqualTo(tally.ended().size());
    }

    /** What the log says to be open is open, and what it says to be done is done, in the state of one more start. */
    private void theStateKnowsTheSame() {
        try (var again = DurableEngine.open(CoreSettings.forTests(engine))) {
            again.exported(() -> 0);
            var asks = new Asks(again);
            var open = new TreeSet<String>();
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                // what the dead had in their hands comes back
                again.clock().offsetBy(again.clock().offset().plusHours(1));
                asks.batch(1000)
                        .getJobs()
                        .forEach(job ->
                                open.add(String.valueOf(job.getVariables().get("id"))));
                try (var reader = again.records().newReader()) {
                    tally.read(reader); // and what it had left unprocessed happens
                }
                assertThat(open)
                        .hasSize(tally.effects(Said.CREATE).size()
                                - tally.effects(Said.COMPLETE_JOB).size());
            });
        }
    }

    private int rows(String where) {
        var count = new JdbcTemplate(database)
                .queryForObject("select count(*) from engine_process_instance " + where, Integer.class);
        return count == null ? -1 : count;
    }

    /** The log of an engine that is no more. */
    private record Left(LogStream stream, long lastPosition) implements Records {

        @Override
        public LogStreamReader newReader() {
            return stream.newLogStreamReader();
        }

        @Override
        public void onAvailable(Runnable wake) {
            wake.run();
        }

        @Override
        public void remove(Runnable wake) {}
    }
}
