package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.engine.log.FailingDisk;
import org.konsil.engine.log.Segments;
import org.springframework.util.FileSystemUtils;

/** Whole engines on disks that fail, and on logs that were cut. */
class BadDiskTests {

    private static final int SEGMENT = 1 << 16;

    @TempDir
    Path folder;

    private static CoreSettings settings(Path folder, boolean durable) {
        return new CoreSettings(folder, durable, SEGMENT, 500, Duration.ofHours(1), Duration.ofMillis(20));
    }

    @ParameterizedTest
    @CsvSource({"FORCE,7,BROKEN", "WRITE,15,HALF_WRITTEN", "CREATE,1,NO_SPACE", "MOVE,1,BROKEN"})
    void aDiskThatFailsEndsAllPromisesAndKeepsThoseThatWereMade(FailingDisk.Call call, int nth, FailingDisk.Way way)
            throws Exception {
        var disk = new FailingDisk();
        var stopped = new CompletableFuture<String>();
        var answers = new ArrayList<CompletableFuture<Answer>>();
        var around = Surroundings.with((sentence, cause) -> stopped.complete(sentence))
                .on(disk);
        try (var engine = DurableEngine.open(settings(folder, true), around)) {
            new Asks(engine).deploy();
            disk.failAt(call, nth, way);
            for (int i = 0; i < 2000 && !stopped.isDone(); i++) {
                answers.add(engine.send(Asks.creation()));
                if (i % 20 == 0)
                    CompletableFuture.anyOf(answers.getLast(), stopped).get(20, TimeUnit.SECONDS);
            }
            assertThat(stopped.get(20, TimeUnit.SECONDS))
                    .contains("cannot be written")
                    .contains("make room");
            assertThat(engine.health()).isEqualTo(Health.down(stopped.join()));
            for (var answer : answers)
                assertThat(answer.handle((done, error) ->
                                        error == null || error instanceof EngineStopped || error instanceof EngineBusy)
                                .get(20, TimeUnit.SECONDS))
                        .isTrue();
            assertThatThrownBy(() -> new Asks(engine).create())
                    .cause()
                    .isInstanceOf(EngineStopped.class)
                    .hasMessage(stopped.join());
        }
        disk.powerCut(new Random(nth));
        var owed = answers.stream()
                .filter(answer -> !answer.isCompletedExceptionally())
                .map(answer ->
                        answer.join().as(new ProcessInstanceCreationRecord()).getProcessInstanceKey())
                .toList();
        assertThat(owed).isNotEmpty();
        assertThat(instances(folder, owed.size())).containsAll(owed);
    }

    @Test
    void anEngineOnALogThatWasCutGoesOnWithWhatIsThere() throws IOException {
        var copy = folder.resolve("copy");
        killed(copy, 2);
        var name = "%020d.log".formatted(1);
        var starts = Segments.starts(copy.resolve("log").resolve(name));
        int end = starts.getLast();
        int lastCommand = starts.get(starts.size() - 3); // then come its events
        var cuts = new TreeSet<>(List.of(lastCommand, lastCommand + 1, starts.get(starts.size() - 2), end - 9, end));
        for (int i = 1; i < 3; i++) cuts.add(lastCommand + (end - lastCommand) * i / 3);
        for (int cut : cuts) {
            var one = folder.resolve("cut at " + cut);
            copy(copy.resolve("log"), one.resolve("log"));
            Segments.cut(one.resolve("log").resolve(name), cut);
            // a command that is whole is processed, be its events lost or not
            int expected = cut >= starts.get(starts.size() - 2) - 7 ? 2 : 1;
            assertThat(instances(one, expected)).as("cut at %d", cut).hasSize(expected);
        }
    }

    @Test
    void anEngineWhoseNextSegmentWasOnlyBegunGoesOnWhereItWas() throws IOException {
        var copy = folder.resolve("copy");
        long last = killed(copy, 1);
        Segments.begin(copy.resolve("log"), last + 1, SEGMENT);
        assertThat(instances(copy, 1)).hasSize(1);
        assertThat(instances(copy, 2)).hasSize(2); // the first time made one more
    }

    /** Makes a folder as a kill would leave it: a log of so many instances, no snapshot. @return the log's last position */
    private long killed(Path copy, int instances) {
        var lived = folder.resolve("lived");
        try (var engine = DurableEngine.open(settings(lived, false))) {
            var asks = new Asks(engine);
            asks.deploy();
            for (int i = 0; i < instances; i++) asks.create();
            var last = new AtomicLong();
            engine.stateHash(() -> {
                copy(lived.resolve("log"), copy.resolve("log"));
                last.set(engine.lastCommittedPosition());
            });
            return last.get();
        }
    }

    /** Opens an engine there, waits for that many instances, and makes one more. */
    private static List<Long> instances(Path folder, int atLeast) {
        try (var engine = DurableEngine.open(settings(folder, false));
                var seen = new Seen(engine.records())) {
            engine.stateHash(() -> {}); // all that was in the log is processed
            var keys = seen.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATED).stream()
                    .map(seen::elementOf)
                    .toList();
            assertThat(keys).hasSizeGreaterThanOrEqualTo(atLeast).doesNotHaveDuplicates();
            assertThat(new Asks(engine).create()).isPositive();
            return keys;
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            FileSystemUtils.copyRecursively(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
