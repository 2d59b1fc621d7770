package org.konsil.engine.state;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.konsil.engine.log.SegmentedLog;

/** Saved states, and the running one: RocksDB without a write-ahead log is only a cache, rebuilt at each start from the latest snapshot. */
public final class Snapshots {

    /** The only partition. */
    public static final int PARTITION = 1;

    private static final long STATE_CACHE_BYTES = 64L << 20;

    private final Path runtime;
    private final SnapshotFolder saved;

    /** Looks through the snapshots in the engine's folder and leaves out damaged ones. */
    public Snapshots(Path folder) throws IOException {
        runtime = folder.resolve("runtime");
        saved = new SnapshotFolder(folder.resolve("snapshots"));
    }

    /** The newest one that is whole. */
    public Optional<Snapshot> latest() {
        return saved.kept().stream().findFirst();
    }

    /** The log must be kept from this position on, so that the snapshot before the newest is still of use; 0 when there is none before. */
    public long bound() {
        var kept = saved.kept();
        return kept.size() < 2 ? 0 : kept.getLast().processed();
    }

    /** Throws {@link EngineFolderRefused} when the log does not go on where the newest whole snapshot ends, or lost what one knows of. */
    public void require(SegmentedLog log) {
        new LogAndSnapshot(log, saved).check();
    }

    /** Opens the state as the newest snapshot has it. */
    public ZeebeDb<ZbColumnFamilies> restore() throws IOException {
        Folders.delete(runtime);
        var latest = latest();
        if (latest.isPresent()) copy(latest.get().folder(), runtime);
        return new ZeebeRocksDbFactory<ZbColumnFamilies>(
                        new RocksDbConfiguration().setMemoryLimit(STATE_CACHE_BYTES),
                        new ConsistencyChecksSettings(true, true),
                        new AccessMetricsConfiguration(AccessMetricsConfiguration.Kind.NONE, PARTITION),
                        NoMeters::registry)
                .createDb(runtime.toFile());
    }

    /** Saves the state if it is newer than the latest snapshot; {@code settled} waits until all that the state knows of is on disk. */
    public Optional<Snapshot> take(long processed, ZeebeDb<ZbColumnFamilies> db, LongSupplier settled)
            throws IOException {
        if (latest().isPresent() && latest().get().processed() >= processed) return Optional.empty();
        var unfinished = saved.begin(processed);
        db.createSnapshot(unfinished.toFile());
        return Optional.of(saved.finish(unfinished, processed, settled.getAsLong()));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(file.getFileName());
                if (file.toString().endsWith(".sst")) Folders.link(file, target); // never changed once written
                else if (!file.endsWith(Contents.NAME)) Files.copy(file, target);
            }
        }
    }
}
