package org.konsil.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Empties the engine's folder; a crash in the middle is finished by the next start. */
public final class Purge {

    private static final List<String> PARTS = List.of("log", "snapshots", "runtime");

    private final Path folder;
    private final Path mark;

    public Purge(Path folder) {
        this.folder = folder;
        this.mark = folder.resolve("purging");
    }

    /** Empties it now; nothing may be open in it. */
    public void run() throws IOException {
        if (!Files.exists(mark)) Files.createFile(mark);
        finish();
    }

    /** Goes on where a crash left off; nothing to do otherwise. */
    public void finish() throws IOException {
        if (!Files.exists(mark)) return;
        for (var part : PARTS) Folders.delete(folder.resolve(part));
        Files.delete(mark);
    }
}
