package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.engine.state.StateHash;
import org.springframework.util.FileSystemUtils;

/** The state after a replay is the state before, to the last byte. */
class ReplayTests {

    private static final int STEPS = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aReplayBringsBackTheVeryState(long seed) throws IOException {
        var lived = folder.resolve("lived");
        StateHash before;
        try (var engine = DurableEngine.open(CoreSettings.forTests(lived));
                var work = new VariedWork(engine, seed)) {
            engine.exported(() -> 0);
            work.deploy();
            work.steps(STEPS);
            engine.snapshot();
            work.steps(STEPS);
            before = engine.stateHash(() -> {
                copy(lived, folder.resolve("log and snapshot"), "log", "snapshots");
                copy(lived, folder.resolve("log alone"), "log");
            });
        }
        assertThat(before.columns()).hasSizeGreaterThan(30);
        assertThat(replayed(folder.resolve("log and snapshot")).differences(before))
                .isEmpty();
        assertThat(replayed(folder.resolve("log alone")).differences(before)).isEmpty();
    }

    private static StateHash replayed(Path place) {
        var found = new AtomicReference<StateHash>();
        var around = Surroundings.with((sentence, cause) -> {}).showing(state -> found.set(StateHash.of(state)));
        DurableEngine.open(CoreSettings.forTests(place), around).close();
        return found.get();
    }

    private static void copy(Path from, Path to, String... parts) {
        try {
            Files.createDirectories(to);
            for (var part : parts) FileSystemUtils.copyRecursively(from.resolve(part), to.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
