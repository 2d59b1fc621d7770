package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.konsil.home.Home;
import org.springframework.stereotype.Component;

/**
 * The list of destroyed keys: one line each, its name and the moment, appended and never taken back. It outlives every restore: a
 * key that it names is destroyed again wherever it turns up.
 */
@Component
class Destroyed {

    private record Seen(long size, Map<String, Instant> names) {}

    private final Path file;
    private volatile Seen seen = new Seen(-1, Map.of());

    Destroyed(Home home) {
        this.file = home.keys().resolve("destroyed");
    }

    Optional<Instant> at(KeyName name) {
        return Optional.ofNullable(names().get(name.value()));
    }

    /** All names with their moments, in the order of their destruction. */
    Map<String, Instant> names() {
        long size = size();
        var known = seen;
        if (known.size() != size) {
            known = new Seen(size, read());
            seen = known;
        }
        return known.names();
    }

    /** Grows with each destruction, whichever process was asked for it; cheap enough to be asked each time, also before the first one. */
    long size() {
        try {
            var attributes = file.getFileSystem().provider().readAttributesIfExists(file, BasicFileAttributes.class);
            return attributes == null ? 0 : attributes.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes it for good; saying it twice changes nothing. */
    synchronized void note(KeyName name, Instant at) {
        if (at(name).isEmpty()) {
            var line = name + " " + at + "\n";
            var whole = whole();
            if (whole.length() == size()) Durable.append(file, line.getBytes(StandardCharsets.US_ASCII));
            else Durable.replace(file, (whole + line).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Map<String, Instant> read() {
        var names = new LinkedHashMap<String, Instant>();
        whole().lines().forEach(line -> {
            var words = line.split(" ", 2);
            // the first installations noted no moment
            names.putIfAbsent(words[0], words.length == 2 ? Instant.parse(words[1]) : changed());
        });
        return names;
    }

    /** The whole lines. One that a crash cut does not count: its key was not destroyed yet, and nobody was told that it was. */
    private String whole() {
        try {
            var text = Files.readString(file, StandardCharsets.US_ASCII);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant changed() {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
