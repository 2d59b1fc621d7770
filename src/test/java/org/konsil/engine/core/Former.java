package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.db.impl.rocksdb.ChecksumProviderRocksDBImpl;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.snapshots.impl.FileBasedSnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.konsil.engine.state.NoMeters;
import org.springframework.util.FileSystemUtils;

/** Turns a folder back into what the engine's first builds left: they saved with Zeebe's own store, which is asked here just as they asked it. */
final class Former {

    private Former() {}

    /** Replaces our snapshots by one of the same state. @return its folder */
    static Path snapshot(Path engine) throws IOException {
        var ours = snapshots(engine);
        var newest = ours.getLast();
        var list = Files.readAllLines(newest.resolve("contents"));
        var former = persist(engine, newest, number(list.get(1)), number(list.get(2)));
        for (var one : ours) FileSystemUtils.deleteRecursively(one);
        return former;
    }

    private static Path persist(Path engine, Path state, long processed, long known) {
        var scheduler = ActorScheduler.newActorScheduler()
                .setCpuBoundActorThreadCount(1)
                .setIoBoundActorThreadCount(1)
                .build();
        scheduler.start();
        try (var store =
                new FileBasedSnapshotStore(0, 1, engine, new ChecksumProviderRocksDBImpl(), NoMeters.registry())) {
            scheduler.submitActor(store).join();
            var transientOne = store.newTransientSnapshot(processed, 1, processed, processed, false);
            assertThat(transientOne.isRight()).isTrue();
            transientOne.get().take(path -> copy(state, path)).join();
            transientOne.get().withLastFollowupEventPosition(known);
            return transientOne.get().persist().join().getPath();
        } finally {
            stop(scheduler);
        }
    }

    private static void stop(ActorScheduler scheduler) {
        try {
            scheduler.stop().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("Zeebe's threads did not stop", e);
        }
    }

    /** What RocksDB wrote, without our list. */
    private static void copy(Path from, Path to) {
        try (var files = Files.list(from)) {
            Files.createDirectories(to);
            for (var file : files.filter(path -> !path.endsWith("contents")).toList())
                Files.copy(file, to.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The oldest first. */
    private static List<Path> snapshots(Path engine) throws IOException {
        try (var paths = Files.list(engine.resolve("snapshots"))) {
            return paths.sorted().toList();
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }
}
