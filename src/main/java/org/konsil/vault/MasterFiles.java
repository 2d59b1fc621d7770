package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.konsil.home.Home;
import org.springframework.stereotype.Component;

/**
 * What the key store says of master keys: which one is in force, and, while it is being changed, the new one wrapped by the old, so that
 * programs that were started with the old one go on.
 */
@Component
class MasterFiles {

    private static final String IN_FORCE = "in-force";

    private final Path folder;

    MasterFiles(Home home) {
        this.folder = home.keys().resolve("master");
    }

    Path folder() {
        return folder;
    }

    Optional<String> inForce() {
        return read(IN_FORCE).map(it -> new String(it, StandardCharsets.UTF_8));
    }

    /** The first installation's word counts. */
    String inForceOr(String id) {
        Durable.create(folder.resolve(IN_FORCE), id.getBytes(StandardCharsets.UTF_8));
        return inForce().orElse(id);
    }

    void putInForce(String id) {
        Durable.replace(folder.resolve(IN_FORCE), id.getBytes(StandardCharsets.UTF_8));
    }

    Optional<byte[]> link(String id) {
        return read(linkName(id));
    }

    void link(String id, byte[] wrapped) {
        Durable.create(folder.resolve(linkName(id)), wrapped);
    }

    List<String> links() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("link."))
                    .map(name -> name.substring("link.".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void unlink(String id) {
        Durable.delete(folder.resolve(linkName(id)));
    }

    private static String linkName(String id) {
        return "link." + id;
    }

    private Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
