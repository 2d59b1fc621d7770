package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.UUID;

/**
 * Small files that are there whole and for good, or not at all: written aside, synced, then brought to their name. What was begun and
 * never finished starts with a full stop.
 */
final class Durable {

    private Durable() {}

    /** Whoever comes second, in this process or another, finds the first one's file. @return false if there was one already */
    static boolean create(Path file, byte[] content) {
        try {
            var aside = aside(file, content);
            try {
                Files.createLink(file, aside);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(aside);
                sync(folder(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever reads meanwhile has either the old content or the new. */
    static void replace(Path file, byte[] content) {
        try {
            var aside = aside(file, content);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void append(Path file, byte[] content) {
        try {
            make(folder(file));
            write(file, content, StandardOpenOption.APPEND);
            sync(folder(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            if (Files.deleteIfExists(file)) {
                sync(folder(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path aside(Path file, byte[] content) throws IOException {
        make(folder(file));
        var aside = file.resolveSibling("." + UUID.randomUUID());
        write(aside, content, StandardOpenOption.CREATE_NEW);
        return aside;
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createForOwnerOnly(folder);
            sync(folder(folder));
        }
    }

    private static void createForOwnerOnly(Path folder) throws IOException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (UnsupportedOperationException e) { // a file system without such rights
            Files.createDirectories(folder);
        }
    }

    private static void write(Path file, byte[] content, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, how)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
