package org.konsil.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A snapshot as the engine's first builds wrote it, with Zeebe's names: {@code index-term-processed-exported-broker-checksum}. */
final class FormerSnapshot {

    private static final Pattern FOLDER = Pattern.compile("\\d+-\\d+-(\\d+)-\\d+-\\d+-[0-9a-f]+");
    private static final Pattern KNOWN = Pattern.compile("\"lastFollowupEventPosition\":(\\d+)");

    private FormerSnapshot() {}

    /** Gives the newest of them our name and list; RocksDB still checks each block of it. */
    static void adopt(Path home) throws IOException {
        try (var paths = Files.list(home)) {
            var newest = paths.filter(path -> processed(path) > 0 && Files.exists(finished(path)))
                    .max(Comparator.comparingLong(FormerSnapshot::processed));
            if (newest.isPresent()) adopt(home, newest.get());
        }
    }

    private static void adopt(Path home, Path folder) throws IOException {
        long processed = processed(folder);
        var known = KNOWN.matcher(Files.readString(folder.resolve("zeebe.metadata")));
        var files = new TreeMap<String, Contents.Sum>();
        try (var paths = Files.list(folder)) {
            for (var file : paths.filter(path -> !path.endsWith(Contents.NAME)).toList())
                files.put(file.getFileName().toString(), Contents.sum(file));
        }
        new Contents(processed, known.find() ? Long.parseLong(known.group(1)) : processed, files).write(folder);
        Files.move(folder, home.resolve("%020d".formatted(processed)));
        Folders.force(home);
        Files.delete(finished(folder));
    }

    private static Path finished(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".checksum");
    }

    private static long processed(Path folder) {
        var name = FOLDER.matcher(folder.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }
}
