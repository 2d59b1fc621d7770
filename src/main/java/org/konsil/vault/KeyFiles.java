package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.konsil.home.Home;
import org.springframework.stereotype.Component;

/**
 * Small files that are there whole and for good, or not at all: written aside, synced, then linked to their name. Whoever
 * comes second, in this process or another, finds the first one's file.
 */
@Component
class KeyFiles {

    private final Path folder;

    KeyFiles(Home home) {
        this.folder = home.keys();
    }

    Optional<byte[]> read(KeyName name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return false if there was one already, which stays */
    boolean create(KeyName name, byte[] content) {
        var file = file(name);
        var aside = file.resolveSibling("." + UUID.randomUUID());
        try {
            makeFolder(folderOf(name));
            write(aside, content, StandardOpenOption.CREATE_NEW);
            try {
                Files.createLink(file, aside);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(aside);
                sync(folderOf(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes the destruction first, so that a file that a restore brings back is destroyed again when it is met. */
    void destroy(KeyName name) {
        try {
            makeFolder(folder);
            if (!isDestroyed(name)) {
                write(destroyed(), (name + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
                sync(folder);
            }
            var file = file(name);
            if (Files.deleteIfExists(file)) {
                sync(folderOf(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDestroyed(KeyName name) {
        try (var lines = Files.lines(destroyed())) {
            return lines.anyMatch(name.value()::equals);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path destroyed() {
        return folder.resolve("destroyed");
    }

    private Path file(KeyName name) {
        return folderOf(name).resolve(name.value());
    }

    private Path folderOf(KeyName name) {
        return folder.resolve(name.folder());
    }

    private void makeFolder(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            Files.createDirectories(wanted);
            sync(folder);
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

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
