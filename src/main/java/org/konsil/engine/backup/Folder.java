package org.konsil.engine.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** What is done with whole folders. */
final class Folder {

    private Folder() {}

    /** Makes sure that names which files have got or lost in it are on disk. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void syncAround(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) sync(folder);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return;
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

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
