package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konsil.engine.state.EngineFolderRefused;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

@ExtendWith(OutputCaptureExtension.class)
class DamagedSnapshotTests {

    private static final int INSTANCES = 30;

    @TempDir
    static Path worked;

    @TempDir
    Path folder;

    /** What disks and people do to a folder. */
    enum Damage {
        A_FLIPPED_BYTE_IN_THE_LARGEST_FILE {
            @Override
            void to(Path snapshot) throws IOException {
                flip(files(snapshot).getLast());
            }
        },
        A_FLIPPED_BYTE_IN_THE_SMALLEST_FILE {
            @Override
            void to(Path snapshot) throws IOException {
                flip(files(snapshot).getFirst());
            }
        },
        A_FLIPPED_BYTE_IN_THE_LIST {
            @Override
            void to(Path snapshot) throws IOException {
                flip(snapshot.resolve("contents"));
            }
        },
        A_TRUNCATED_LIST {
            @Override
            void to(Path snapshot) throws IOException {
                var list = snapshot.resolve("contents");
                try (var channel = FileChannel.open(list, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() - 5);
                }
            }
        },
        A_MISSING_LIST {
            @Override
            void to(Path snapshot) throws IOException {
                Files.delete(snapshot.resolve("contents"));
            }
        },
        A_MISSING_FILE {
            @Override
            void to(Path snapshot) throws IOException {
                Files.delete(files(snapshot).getLast());
            }
        },
        A_SHORTENED_FILE {
            @Override
            void to(Path snapshot) throws IOException {
                try (var channel = FileChannel.open(files(snapshot).getLast(), StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        };

        abstract void to(Path snapshot) throws IOException;
    }

    private static DurableEngine open(Path folder) {
        return DurableEngine.open(
                new CoreSettings(folder, false, 1 << 14, 500, Duration.ofHours(1), Duration.ofMillis(20)),
                (sentence, cause) -> {});
    }

    private DurableEngine open() {
        return open(folder);
    }

    @BeforeAll
    static void workWithFourSnapshots() throws IOException {
        try (var engine = open(worked)) {
            Asks.workAndSave(engine, INSTANCES);
            new Asks(engine).create();
        }
    }

    @BeforeEach
    void goOnFromThere() throws IOException {
        FileSystemUtils.copyRecursively(worked, folder);
    }

    @Test
    void twoSnapshotsAreKeptAndTheLogFromTheOlderOneOn() throws IOException {
        assertThat(snapshots()).hasSize(2);
        assertThat(folder.resolve("log").resolve("%020d.log".formatted(1))).doesNotExist();
        long oldest = position(snapshots().getFirst());
        assertThat(files(folder.resolve("log")).stream().mapToLong(DamagedSnapshotTests::position))
                .anyMatch(first -> first <= oldest);
    }

    @Test
    void theTwoSnapshotsHaveNoFileInCommon() throws IOException {
        var snapshots = files(worked.resolve("snapshots"));
        var first = inodes(snapshots.getFirst());
        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(inodes(snapshots.getLast()));
    }

    @ParameterizedTest
    @EnumSource
    void theSnapshotBeforeADamagedOneTakesItsPlace(Damage damage, CapturedOutput output) throws IOException {
        damage.to(snapshots().getLast());
        try (var engine = open()) {
            assertThat(output).contains("is damaged").contains("The one before it and the log take its place");
            var asks = new Asks(engine);
            assertThat(asks.activate(100)).hasSize(INSTANCES + 1);
            asks.create();
        }
        assertThat(snapshots()).hasSize(2);
        try (var engine = open()) {
            assertThat(new Asks(engine).activate(100)).isNotEmpty();
        }
    }

    @Test
    void aDamagedOlderSnapshotIsReplacedByTheNextOnes(CapturedOutput output) throws IOException {
        Damage.A_FLIPPED_BYTE_IN_THE_LARGEST_FILE.to(snapshots().getFirst());
        try (var engine = open()) {
            new Asks(engine).create();
            engine.snapshot();
            new Asks(engine).create();
        }
        Damage.A_FLIPPED_BYTE_IN_THE_LARGEST_FILE.to(snapshots().getLast());
        assertThat(output).doesNotContain("is damaged").doesNotContain("No snapshot could be taken");
        try (var engine = open()) {
            assertThat(new Asks(engine).activate(100)).hasSize(INSTANCES + 3);
        }
    }

    @Test
    void withoutAnyUsableSnapshotACutLogIsRefusedWithAdvice() throws IOException {
        for (var snapshot : snapshots()) Damage.A_FLIPPED_BYTE_IN_THE_LARGEST_FILE.to(snapshot);
        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("no snapshot covers what came before")
                .hasMessageContaining("is not what was written")
                .hasMessageContaining("from the same backup");
    }

    @Test
    void withoutAnyUsableSnapshotAWholeLogIsEnough() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        try (var engine = open()) {
            engine.exported(() -> 0);
            var asks = new Asks(engine);
            asks.deploy();
            for (int i = 0; i < 3; i++) {
                asks.create();
                engine.snapshot();
            }
        }
        for (var snapshot : snapshots()) Damage.A_TRUNCATED_LIST.to(snapshot);
        try (var engine = open()) {
            assertThat(new Asks(engine).activate(100)).hasSize(3);
        }
    }

    @Test
    void aLogThatLostItsBeginningIsRefusedWhenTheSnapshotIsOlder() throws IOException {
        Damage.A_MISSING_FILE.to(snapshots().getLast());
        var log = files(folder.resolve("log")).stream().sorted().toList();
        long older = position(snapshots().getFirst());
        for (var segment : log) if (position(segment) <= older) Files.delete(segment);
        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("its log starts at position")
                .hasMessageContaining("from the same backup");
    }

    @Test
    void aLogThatLostItsEndIsRefusedBecauseASnapshotKnowsOfIt() throws IOException {
        Files.delete(files(folder.resolve("log")).stream().sorted().toList().getLast());
        Damage.A_MISSING_FILE.to(snapshots().getLast()); // its list still tells
        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("knows of position")
                .hasMessageContaining("from the same backup");
    }

    @Test
    void whatACrashLeftUnfinishedIsNoSnapshot() throws IOException {
        var unfinished = Files.createDirectories(folder.resolve("snapshots").resolve("unfinished-999999"));
        Files.writeString(unfinished.resolve("CURRENT"), "MANIFEST-000001");
        try (var engine = open()) {
            assertThat(new Asks(engine).activate(100)).hasSize(INSTANCES + 1);
            assertThat(unfinished).doesNotExist();
        }
    }

    private List<Path> snapshots() throws IOException {
        return files(folder.resolve("snapshots")).stream().sorted().toList();
    }

    /** By size. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(
                            path -> !path.endsWith("contents") && path.toFile().length() > 0)
                    .sorted((one, other) ->
                            Long.compare(one.toFile().length(), other.toFile().length()))
                    .toList();
        }
    }

    private static Collection<Object> inodes(Path snapshot) throws IOException {
        return files(snapshot).stream()
                .map(file -> {
                    try {
                        return Files.getAttribute(file, "unix:ino");
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static long position(Path path) {
        return Long.parseLong(path.getFileName().toString().replace(".log", ""));
    }

    private static void flip(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            long at = channel.size() / 2;
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            channel.write(one, at);
        }
    }
}
