package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.konsil.home.Home;
import org.springframework.stereotype.Component;

/** The wrapped keys, a small file each. */
@Component
class KeyFiles {

    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;
    private final Destroyed destroyed;

    KeyFiles(Home home, Destroyed destroyed) {
        this.folder = home.keys();
        this.destroyed = destroyed;
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
        boolean created = Durable.create(file(name), content);
        deleteIfDestroyed(name);
        return created;
    }

    /** Puts the same key, wrapped anew, in place of the old file; one that was destroyed meanwhile does not come back. */
    void replace(KeyName name, byte[] content) {
        Durable.replace(file(name), content);
        deleteIfDestroyed(name);
    }

    /** Notes the destruction first, so that a file that a restore brings back is destroyed again when it is met. */
    void destroy(KeyName name, Instant at) {
        destroyed.note(name, at);
        Durable.delete(file(name));
    }

    /** Every key that is there. */
    List<KeyName> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return in(folder)
                .filter(name -> FOLDER.matcher(name).matches())
                .flatMap(name -> in(folder.resolve(name)))
                .filter(name -> !name.startsWith("."))
                .sorted()
                .map(KeyName::new)
                .toList();
    }

    /** Names only: whoever looks at the files themselves may find that one has just been renamed or destroyed. */
    private static Stream<String> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteIfDestroyed(KeyName name) {
        if (destroyed.at(name).isPresent()) {
            Durable.delete(file(name));
        }
    }

    private Path file(KeyName name) {
        return folder.resolve(name.folder()).resolve(name.value());
    }
}
