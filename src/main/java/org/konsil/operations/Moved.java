package org.konsil.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Brings an archive to where it is wanted, perhaps on another disk; it is there whole or not at all. */
final class Moved {

    private Moved() {}

    static void to(Path place, Path archive) throws IOException {
        var unfinished = place.resolveSibling(place.getFileName() + ".part");
        Files.createDirectories(place.getParent());
        Files.copy(archive, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(archive);
    }
}
