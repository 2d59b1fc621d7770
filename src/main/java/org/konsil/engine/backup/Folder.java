package org.konsil.engine.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What is in whole folders. */
final class Folder {

    private Folder() {}

    /** All files below it, in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Puts them into the archive under this name; one that vanishes meanwhile was never part of what is kept. */
    static void archive(ArchiveWriter archive, String name, Path folder) throws IOException {
        for (var file : files(folder)) {
            try (var in = Files.newInputStream(file)) {
                archive.add(name + "/" + folder.relativize(file).toString().replace('\\', '/'), in::transferTo);
            } catch (NoSuchFileException e) {
                continue;
            }
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return true;
        if (!Files.isDirectory(folder)) return false;
        try (var paths = Files.list(folder)) {
            return paths.findAny().isEmpty();
        }
    }
}
