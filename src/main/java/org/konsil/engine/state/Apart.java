package org.konsil.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files of one snapshot apart from those of the one before. RocksDB never changes a file, so the running state and the newest snapshot
 * share most; the next snapshot takes the older one's file instead, or a copy: each file is written twice in its life, however often it is saved.
 */
final class Apart {

    private final @Nullable Snapshot newest;
    private final @Nullable Snapshot older;
    private final Map<String, Contents.Sum> inNewest;
    private final Map<String, Contents.Sum> inOlder;

    Apart(@Nullable Snapshot newest, @Nullable Snapshot older) {
        this.newest = newest;
        this.older = older;
        inNewest = files(newest);
        inOlder = files(older);
    }

    private static Map<String, Contents.Sum> files(@Nullable Snapshot snapshot) {
        if (snapshot == null) return Map.of();
        try {
            return Contents.read(snapshot.folder()).files();
        } catch (IOException | RuntimeException e) {
            return Map.of(); // damaged meanwhile: the next start leaves it out
        }
    }

    /** Replaces the file where the newest snapshot has the very same; answers its length and checksum. */
    Contents.Sum of(Path file) throws IOException {
        var name = file.getFileName().toString();
        var expected = inNewest.get(name);
        if (newest == null || expected == null || !same(newest.folder().resolve(name), file)) return Contents.sum(file);
        Files.delete(file);
        if (older != null && expected.equals(inOlder.get(name))) {
            Folders.link(older.folder().resolve(name), file);
            if (expected.equals(Contents.sum(file))) return expected;
            Files.delete(file); // the older one is damaged
        }
        Files.copy(newest.folder().resolve(name), file);
        if (!expected.equals(Contents.sum(file)))
            throw new IOException("%s is damaged: it is not what was written"
                    .formatted(newest.folder().resolve(name)));
        return expected;
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.isSameFile(one, other);
    }
}
