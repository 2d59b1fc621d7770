package org.konsil.engine.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much the engine's folder can still take; a full disk would stop it in the middle of work. */
record FreeSpace(Path folder, long least) {

    static final long LEAST_BYTES = 64L << 20;

    static FreeSpace of(Path folder) {
        return new FreeSpace(folder, LEAST_BYTES);
    }

    /** Fine, or down with what to do. */
    Health health() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return free >= least
                    ? Health.fine()
                    : Health.down(
                            "Only %d MB are free for the engine's folder %s, it needs %d: make room, or set konsil.home to another folder."
                                    .formatted(free >> 20, folder.toAbsolutePath(), least >> 20));
        } catch (IOException e) {
            return Health.down("The engine's folder %s cannot be read: %s".formatted(folder.toAbsolutePath(), e));
        }
    }

    /** The same as a refusal to start. */
    void require() {
        var health = health();
        if (!health.up()) throw new EngineFolderRefused(health.reason());
    }
}
