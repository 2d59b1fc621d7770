package org.konsil.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * A backup's content: every key as it lies in the key store, wrapped; the list of the destroyed ones; and the links between master keys,
 * never a master key. What was changed on the way does not unwrap.
 */
@Component
class KeyArchive {

    static final String KEYS = "keys/";
    static final String LINKS = "links/";
    static final String DESTROYED = "destroyed";
    private static final String EXPIRES = "expires";
    private static final int LARGEST = 1 << 20;

    private final KeyFiles keys;
    private final MasterFiles master;
    private final Destroyed destroyed;

    KeyArchive(KeyFiles keys, MasterFiles master, Destroyed destroyed) {
        this.keys = keys;
        this.master = master;
        this.destroyed = destroyed;
    }

    void write(KeyBackup backup) {
        var content = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(content)) {
            put(zip, EXPIRES, backup.expires().toString().getBytes(StandardCharsets.UTF_8));
            for (var id : master.links()) {
                put(zip, LINKS + id, master.link(id).orElse(new byte[0]));
            }
            for (var name : keys.names()) {
                put(zip, KEYS + name, keys.read(name).orElse(new byte[0]));
            }
            // last: a key that was destroyed meanwhile is named, whether or not it was still read
            put(zip, DESTROYED, lines(destroyed.names()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Durable.replace(backup.file(), content.toByteArray());
    }

    /** @throws KeysRefused if it is no backup of a key store, or one that should be gone */
    static Map<String, byte[]> read(Path file, Instant now) {
        try (var zip = new ZipFile(file.toFile())) {
            var entries = new TreeMap<String, byte[]>();
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    entries.put(
                            entry.getName(),
                            entry.getName().equals(DESTROYED) ? in.readAllBytes() : in.readNBytes(LARGEST));
                }
            }
            var expires = entries.remove(EXPIRES);
            if (expires == null || !entries.containsKey(DESTROYED)) {
                throw new KeysRefused("The file " + file + " is no backup of a key store.");
            }
            var until = Instant.parse(new String(expires, StandardCharsets.UTF_8));
            if (!until.isAfter(now)) {
                throw new KeysRefused(
                        "This backup expired at %s: keys that were destroyed since must not come back from it."
                                .formatted(until));
            }
            return entries;
        } catch (IOException e) {
            throw new KeysRefused("The file %s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        if (content.length > 0 || name.equals(DESTROYED)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
    }

    private static byte[] lines(Map<String, Instant> destroyed) {
        var text = new StringBuilder();
        destroyed.forEach((name, at) -> text.append(name).append(' ').append(at).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
