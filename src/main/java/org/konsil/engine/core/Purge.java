package org.konsil.engine.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Empties the engine's folder; a crash in the middle is finished by the next start. */
final class Purge {

    private static final List<String> PARTS = List.of("log", "snapshots", "runtime");

    private final Path folder;
    private final Path mark;

    Purge(Path folder) {
        this.folder = folder;
        this.mark = folder.resolve("purging");
    }

    void run() throws IOException {
        if (!Files.exists(mark)) Files.createFile(mark);
        finish();
    }

    void finish() throws IOException {
        if (!Files.exists(mark)) return;
        for (var part : PARTS) Folders.delete(folder.resolve(part));
        Files.delete(mark);
    }
}
