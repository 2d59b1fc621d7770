package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.state.EngineFolderRefused;
import org.konsil.engine.state.StateHash;
import org.springframework.util.FileSystemUtils;

/** A folder whose only snapshot is as Zeebe's own store writes it, as the engine's first builds had it, and whose log begins after its start. */
class FormerSnapshotTests {

    private static final int INSTANCES = 30;

    @TempDir
    Path folder;

    private final List<StateHash> recovered = new ArrayList<>();
    private Path former;

    private DurableEngine open() {
        return open(folder);
    }

    private DurableEngine open(Path place) {
        return DurableEngine.open(
                new CoreSettings(place, false, 1 << 14, 500, Duration.ofHours(1), Duration.ofMillis(20)),
                Surroundings.with((sentence, cause) -> {}).showing(state -> recovered.add(StateHash.of(state))));
    }

    @BeforeEach
    void workAndSaveAsTheFirstBuildsDid() throws IOException {
        try (var engine = open()) {
            Asks.workAndSave(engine, INSTANCES);
        }
        recoverFromOurs();
        former = Former.snapshot(folder);
        assertThat(names()).containsExactlyInAnyOrder(name(former), name(former) + ".checksum");
        assertThat(folder.resolve("log").resolve("%020d.log".formatted(1)))
                .as("the state cannot come from the log")
                .doesNotExist();
    }

    private void recoverFromOurs() throws IOException {
        recovered.clear();
        var copy = folder.resolveSibling(folder.getFileName() + "-ours");
        FileSystemUtils.copyRecursively(folder, copy);
        open(copy).close();
        FileSystemUtils.deleteRecursively(copy);
    }

    @Test
    void itsStateIsThereAndFromThenOnAllIsOfOurOwnFormat() throws IOException {
        try (var engine = open()) {
            assertTheSameWasRecovered();
            assertOurs();
            var asks = new Asks(engine);
            assertThat(asks.activate(100)).hasSize(INSTANCES);
            asks.create();
            engine.snapshot();
            asks.create();
        }
        assertOurs();
        assertThat(names()).hasSize(2);
        try (var snapshots = Files.walk(folder.resolve("snapshots"))) {
            assertThat(snapshots.map(FormerSnapshotTests::name))
                    .as("nothing of Zeebe's store is left")
                    .doesNotContain("zeebe.metadata")
                    .contains("contents");
        }
        try (var engine = open()) {
            var asks = new Asks(engine);
            var there = new HashSet<Long>();
            await("the jobs that were handed out are given back, and the two others are there")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> there.addAll(asks.activate(100)) && there.size() == INSTANCES + 2);
            assertThat(asks.create()).isPositive();
        }
    }

    @Test
    void whoWasKilledWhileTakingItOverTakesItOverAtTheNextStart() throws IOException {
        Files.writeString(former.resolve("contents"), "konsil-snapsh");
        try (var engine = open()) {
            assertTheSameWasRecovered();
            assertThat(new Asks(engine).activate(100)).hasSize(INSTANCES);
        }
        assertOurs();
    }

    @Test
    void oneThatWasNotFinishedIsNoSnapshot() throws IOException {
        Files.delete(former.resolveSibling(name(former) + ".checksum"));
        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("no snapshot covers what came before");
    }

    private void assertTheSameWasRecovered() {
        assertThat(recovered).hasSize(2);
        assertThat(recovered.getLast().differences(recovered.getFirst())).isEmpty();
    }

    private void assertOurs() throws IOException {
        assertThat(names()).isNotEmpty().allMatch(name -> name.matches("[0-9]{20}"));
    }

    private List<String> names() throws IOException {
        try (var paths = Files.list(folder.resolve("snapshots"))) {
            return paths.map(FormerSnapshotTests::name).toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
