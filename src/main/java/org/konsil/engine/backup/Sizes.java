package org.konsil.engine.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many bytes files take, while they come and go. */
public final class Sizes {

    private Sizes() {}

    /** Of a file, or of all files below a folder; 0 for what is not there. */
    public static long of(Path place) {
        if (!Files.exists(place)) return 0;
        try (var all = Files.walk(place)) {
            return all.mapToLong(Sizes::ofOne).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // it was just emptied
        }
    }

    private static long ofOne(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0; // it is gone meanwhile
        }
    }
}
