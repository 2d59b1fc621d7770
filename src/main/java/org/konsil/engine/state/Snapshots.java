package org.konsil.engine.state;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.ChecksumProviderRocksDBImpl;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.snapshots.PersistedSnapshot;
import io.camunda.zeebe.snapshots.impl.FileBasedSnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Saved states, and the running one: RocksDB without a write-ahead log is only a cache, rebuilt at each start from the latest snapshot. */
public final class Snapshots implements AutoCloseable {

    /** The only partition. */
    public static final int PARTITION = 1;

    private static final long STATE_CACHE_BYTES = 64L << 20;

    private final Path runtime;
    private final FileBasedSnapshotStore store;

    public Snapshots(Path folder, ActorScheduler scheduler) throws IOException {
        dropUnfinished(folder.resolve("snapshots"));
        runtime = folder.resolve("runtime");
        store = new FileBasedSnapshotStore(
                0, PARTITION, folder, new ChecksumProviderRocksDBImpl(), NoMeters.registry());
        scheduler.submitActor(store).join();
    }

    /** The newest one. */
    public Optional<PersistedSnapshot> latest() {
        return store.getLatestSnapshot();
    }

    /** Opens the state as the newest snapshot has it. */
    public ZeebeDb<ZbColumnFamilies> restore() throws IOException {
        Folders.delete(runtime);
        var latest = latest();
        if (latest.isPresent()) copy(latest.get().getPath(), runtime);
        return new ZeebeRocksDbFactory<ZbColumnFamilies>(
                        new RocksDbConfiguration().setMemoryLimit(STATE_CACHE_BYTES),
                        new ConsistencyChecksSettings(true, true),
                        new AccessMetricsConfiguration(AccessMetricsConfiguration.Kind.NONE, PARTITION),
                        NoMeters::registry)
                .createDb(runtime.toFile());
    }

    /** Saves the state if it is newer than the latest snapshot; {@code settled} waits until all that the state knows of is on disk. */
    public Optional<PersistedSnapshot> take(
            long processed, long exported, ZeebeDb<ZbColumnFamilies> db, LongSupplier settled) {
        var started = store.newTransientSnapshot(processed, 1, processed, exported, false);
        if (started.isLeft()) return Optional.empty(); // nothing new since the last one
        var snapshot = started.get();
        snapshot.take(path -> db.createSnapshot(path.toFile())).join();
        snapshot.withLastFollowupEventPosition(settled.getAsLong());
        return Optional.of(snapshot.persist().join());
    }

    /** What a crash left half done; the store would only complain about it. */
    private static void dropUnfinished(Path snapshots) throws IOException {
        if (!Files.isDirectory(snapshots)) return;
        try (var paths = Files.newDirectoryStream(snapshots, "transient-*")) {
            for (var path : paths) Folders.delete(path);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(file.getFileName());
                if (file.toString().endsWith(".sst")) Files.createLink(target, file); // never changed once written
                else Files.copy(file, target);
            }
        }
    }

    @Override
    public void close() {
        store.closeAsync().join();
    }
}
