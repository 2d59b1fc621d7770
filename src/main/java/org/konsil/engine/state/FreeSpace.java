package org.konsil.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much the engine's folder can still take; a full disk would stop it in the middle of work. */
public record FreeSpace(Path folder, long least) {

    public static final long LEAST_BYTES = 64L << 20;

    public static FreeSpace of(Path folder) {
        return new FreeSpace(folder, LEAST_BYTES);
    }

    /** What the disk has left. */
    public long bytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** What to do when there is too little; empty when there is enough. */
    public Optional<String> shortage() {
        try {
            long free = bytes();
            return free >= least
                    ? Optional.empty()
                    : Optional.of(
                            "Only %d MB are free for the engine's folder %s, it needs %d: make room, or set konsil.home to another folder."
                                    .formatted(free >> 20, folder.toAbsolutePath(), least >> 20));
        } catch (IOException e) {
            return Optional.of("The engine's folder %s cannot be read: %s".formatted(folder.toAbsolutePath(), e));
        }
    }

    /** The same as a refusal to start. */
    public void require() {
        shortage().ifPresent(sentence -> {
            throw new EngineFolderRefused(sentence);
        });
    }
}
