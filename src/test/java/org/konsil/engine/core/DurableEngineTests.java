package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.protocol.record.RejectionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.state.EngineFolderRefused;
import org.konsil.engine.state.FreeSpace;
import org.springframework.util.FileSystemUtils;

class DurableEngineTests {

    @TempDir
    Path folder;

    private DurableEngine open() {
        return DurableEngine.open(CoreSettings.forTests(folder), (sentence, cause) -> {});
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestart() {
        try (var engine = open()) {
            var asks = new Asks(engine);
            asks.deploy();
            asks.create();
            asks.create();
        }
        try (var engine = open()) {
            var jobs = new Asks(engine).activate(10);
            assertThat(jobs).hasSize(2);
            jobs.forEach(new Asks(engine)::complete);
        }
    }

    @Test
    void jobsWhoseWorkersWentDownWithTheEngineAreHandedOutAgainAtOnce() {
        try (var engine = open()) {
            var asks = new Asks(engine);
            asks.deploy();
            asks.create();
            assertThat(asks.activate(1)).hasSize(1);
            assertThat(asks.activate(1)).isEmpty();
        }
        try (var engine = open()) {
            await().untilAsserted(() -> assertThat(new Asks(engine).activate(1)).hasSize(1));
        }
    }

    @Test
    void theLogAloneBringsTheStateBack() throws IOException {
        try (var engine = open()) {
            var asks = new Asks(engine);
            asks.deploy();
            asks.create();
        }
        FileSystemUtils.deleteRecursively(folder.resolve("snapshots"));
        FileSystemUtils.deleteRecursively(folder.resolve("runtime"));
        try (var engine = open()) {
            assertThat(new Asks(engine).activate(10)).hasSize(1);
        }
    }

    @Test
    void aSecondEngineOnTheSameFolderIsRefused() {
        try (var engine = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(EngineFolderRefused.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another process");
            assertThat(engine.health()).isEqualTo(Health.fine());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedInASentence() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> DurableEngine.open(CoreSettings.forTests(file.resolve("engine"))))
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("cannot write to its folder");
    }

    @Test
    void aFolderWithoutRoomIsRefusedInASentence() {
        var space = new FreeSpace(folder, Long.MAX_VALUE);
        assertThatThrownBy(space::require)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("make room");
        assertThat(space.shortage()).isPresent();
    }

    @Test
    void aDiskThatFailsStopsTheEngineAndShowsInItsHealth() throws IOException {
        var stopped = new CompletableFuture<String>();
        var tiny = new CoreSettings(folder, false, 1 << 12, 500, Duration.ofHours(1), Duration.ofMillis(20));
        try (var engine = DurableEngine.open(tiny, (sentence, cause) -> stopped.complete(sentence))) {
            var asks = new Asks(engine);
            asks.deploy();
            FileSystemUtils.deleteRecursively(folder.resolve("log")); // no further segment can be made
            var unanswered = new ArrayList<CompletableFuture<Answer>>();
            while (!stopped.isDone()) unanswered.add(engine.send(Asks.creation()));
            assertThat(stopped.join()).contains("stops at once").contains("make room");
            assertThat(engine.health().up()).isFalse();
        }
    }

    @Test
    void aLogWithoutItsBeginningIsRefused() throws IOException {
        try (var engine = open()) {
            var asks = new Asks(engine);
            asks.deploy();
            asks.create();
        }
        FileSystemUtils.deleteRecursively(folder.resolve("log"));
        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("Restore the engine's folder");
    }

    @Test
    void aRejectionSaysWhy() {
        try (var engine = open()) {
            assertThatThrownBy(() -> new Asks(engine).create())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refused -> assertThat(refused.type()).isEqualTo(RejectionType.NOT_FOUND));
        }
    }

    @Test
    void tooMuchAtOnceIsRefusedAndTheEngineLivesOn() {
        var narrow = new CoreSettings(folder, false, 1 << 20, 5, Duration.ofHours(1), Duration.ofMillis(20));
        try (var engine = DurableEngine.open(narrow)) {
            var asks = new Asks(engine);
            asks.deploy();
            var sent = new ArrayList<CompletableFuture<Answer>>();
            for (int i = 0; i < 300; i++) sent.add(engine.send(Asks.creation()));
            var outcomes = sent.stream()
                    .map(one -> one.handle((answer, error) ->
                                    error == null ? "done" : error.getClass().getSimpleName())
                            .join())
                    .toList();
            assertThat(outcomes).contains("done", "EngineBusy").allMatch(outcome -> !outcome.equals("EngineStopped"));
            assertThat(asks.create()).isPositive();
        }
    }

    @Test
    void snapshotsLetTheLogBeCutOnlyBelowWhatTheStoreHas() throws IOException {
        var small = new CoreSettings(folder, false, 1 << 14, 500, Duration.ofHours(1), Duration.ofMillis(20));
        try (var engine = DurableEngine.open(small)) {
            var asks = new Asks(engine);
            asks.deploy();
            for (int i = 0; i < 30; i++) asks.create();
            engine.exported(() -> 1);
            engine.snapshot();
            asks.create();
            engine.snapshot();
            assertThat(folder.resolve("log").resolve("%020d.log".formatted(1))).exists();
            asks.create();
            engine.exported(engine::lastCommittedPosition);
            engine.snapshot();
            asks.create();
            engine.snapshot();
            assertThat(folder.resolve("log").resolve("%020d.log".formatted(1))).doesNotExist();
        }
        try (var engine = DurableEngine.open(small)) {
            assertThat(new Asks(engine).activate(100)).hasSize(33);
        }
    }

    @Test
    void theClockOnlyMovesForwardAndTimesOutJobs() {
        try (var engine = open()) {
            var asks = new Asks(engine);
            asks.deploy();
            asks.create();
            assertThat(asks.activate(1)).hasSize(1);
            assertThat(asks.activate(1)).isEmpty();
            var arrived = new CompletableFuture<Void>();
            try (var watch = engine.jobs().watch("work", () -> arrived.complete(null))) {
                engine.clock().offsetBy(Duration.ofDays(1));
                arrived.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
            }
            assertThat(asks.activate(1)).hasSize(1);
            assertThatThrownBy(() -> engine.clock().offsetBy(Duration.ofHours(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPurgeForgetsEverythingAndGoesOn() {
        try (var engine = open()) {
            var asks = new Asks(engine);
            asks.deploy();
            asks.create();
            engine.purge();
            assertThatThrownBy(asks::create).hasCauseInstanceOf(CommandRejected.class);
            asks.deploy();
            assertThat(asks.create()).isPositive();
        }
    }
}
