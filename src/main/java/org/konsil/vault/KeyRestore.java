package org.konsil.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Brings keys back from a backup: those that are missing, never one that either list names as destroyed. Each is unwrapped first, so that
 * a broken backup is noticed, and wrapped by the master key in force.
 */
@Component
class KeyRestore {

    /** What became of it, in numbers of keys. */
    record Restored(int brought, int there, int destroyed) {}

    private final KeyFiles keys;
    private final Destroyed destroyed;
    private final MasterKey master;
    private final Clock clock;

    KeyRestore(KeyFiles keys, Destroyed destroyed, MasterKey master, Clock clock) {
        this.keys = keys;
        this.destroyed = destroyed;
        this.master = master;
        this.clock = clock;
    }

    Restored from(Path file) {
        var entries = KeyArchive.read(file, clock.instant());
        note(new String(entries.getOrDefault(KeyArchive.DESTROYED, new byte[0]), StandardCharsets.UTF_8));
        var ring = master.knowing(named(entries, KeyArchive.LINKS));
        int brought = 0;
        int there = 0;
        int gone = 0;
        for (var entry : named(entries, KeyArchive.KEYS).entrySet()) {
            var name = KeyName.read(entry.getKey());
            if (destroyed.at(name).isPresent()) {
                gone++;
            } else if (keys.read(name).isPresent()) {
                there++;
            } else {
                keys.create(name, master.wrap(name, ring.unwrap(name, entry.getValue())));
                brought++;
            }
        }
        return new Restored(brought, there, gone);
    }

    private void note(String list) {
        list.lines().map(line -> line.split(" ", 2)).forEach(words -> {
            keys.destroy(KeyName.read(words[0]), Instant.parse(words[1]));
        });
    }

    private static Map<String, byte[]> named(Map<String, byte[]> entries, String folder) {
        var some = new TreeMap<String, byte[]>();
        entries.forEach((name, content) -> {
            if (name.startsWith(folder)) {
                some.put(name.substring(folder.length()), content);
            }
        });
        return some;
    }
}
