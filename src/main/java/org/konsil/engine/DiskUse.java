package org.konsil.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.konsil.engine.backup.Sizes;
import org.konsil.engine.state.FreeSpace;
import org.konsil.engine.store.OwnDatabase;

/** How many bytes each part of the engine's folder takes, looked at no more often than every ten seconds. */
final class DiskUse {

    static final String LOG = "log";
    static final String SNAPSHOTS = "snapshots";
    static final String RUNTIME = "runtime";
    static final String SEARCHES = "searches";

    private static final long LOOK_EVERY = Duration.ofSeconds(10).toNanos();

    private final Path folder;
    private Map<String, Long> parts = Map.of();
    private long lookedAt;

    DiskUse(Path folder) {
        this.folder = folder;
    }

    /** By part, in bytes; the tables of the searches only where they have a file of their own. */
    synchronized Map<String, Long> parts() {
        if (parts.isEmpty() || System.nanoTime() - lookedAt > LOOK_EVERY) {
            var now = new TreeMap<String, Long>();
            for (var part : new String[] {LOG, SNAPSHOTS, RUNTIME}) now.put(part, Sizes.of(folder.resolve(part)));
            now.put(SEARCHES, Sizes.of(folder.resolve(OwnDatabase.NAME + ".mv.db")));
            parts = now;
            lookedAt = System.nanoTime();
        }
        return parts;
    }

    long of(String part) {
        return parts().getOrDefault(part, 0L);
    }

    /** Saved states that are kept. */
    long snapshots() {
        try (var saved = Files.list(folder.resolve(SNAPSHOTS))) {
            return saved.filter(Files::isDirectory).count();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Bytes that can still be written, -1 when nobody knows. */
    long free() {
        try {
            return FreeSpace.of(folder).bytes();
        } catch (IOException e) {
            return -1;
        }
    }
}
