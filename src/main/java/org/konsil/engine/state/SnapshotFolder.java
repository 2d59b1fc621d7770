package org.konsil.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two latest snapshots on disk, each with files of its own, so that no damaged sector harms both. A snapshot counts when its folder has its
 * name; that comes last, after all its content is on disk.
 */
final class SnapshotFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFolder.class);
    private static final String UNFINISHED = "unfinished-";
    private static final String NUMBERED = "[0-9]{20}";
    private static final int KEPT = 2;

    private final Path home;
    private final List<Snapshot> kept = new ArrayList<>();
    private final List<String> flaws = new ArrayList<>();
    private long witnessed = -1;

    /** Looks what is there; damaged snapshots are left out with a warning. */
    SnapshotFolder(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        FormerSnapshot.adopt(home);
        for (var path : folders(UNFINISHED + ".*")) Folders.delete(path);
        for (var path : folders(NUMBERED)) {
            if (kept.size() < KEPT) look(path);
        }
    }

    /** The newest first; the second is not looked through before it is needed. */
    List<Snapshot> kept() {
        return List.copyOf(kept);
    }

    /** What is wrong with those that were left out. */
    List<String> flaws() {
        return List.copyOf(flaws);
    }

    /** The highest position that any snapshot, even a damaged one, shows to have been in the log. */
    long witnessed() {
        return witnessed;
    }

    /** A folder name to save into; it must not exist yet. */
    Path begin(long processed) throws IOException {
        var unfinished = home.resolve(UNFINISHED + processed);
        Folders.delete(unfinished);
        return unfinished;
    }

    /** Makes the saved files a snapshot and drops those that are older than the one before. */
    Snapshot finish(Path unfinished, long processed, long known) throws IOException {
        var files = new TreeMap<String, Contents.Sum>();
        var newest = kept.isEmpty() ? null : kept.getFirst();
        var older = kept.size() < KEPT ? null : kept.getLast();
        var apart = new Apart(newest, older);
        try (var saved = Files.list(unfinished)) {
            for (var file : saved.toList()) {
                files.put(file.getFileName().toString(), apart.of(file));
                Folders.force(file);
            }
        }
        new Contents(processed, known, files).write(unfinished);
        var snapshot = new Snapshot(home.resolve("%020d".formatted(processed)), processed, known);
        Folders.delete(snapshot.folder()); // a damaged one that was left out
        Files.move(unfinished, snapshot.folder(), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(home);
        kept.addFirst(snapshot);
        while (kept.size() > KEPT) kept.removeLast();
        dropOthers();
        return snapshot;
    }

    private void look(Path path) {
        try {
            var contents = Contents.read(path);
            witnessed = Math.max(witnessed, contents.known());
            var flaw = kept.isEmpty() ? contents.flaw(path) : Optional.<String>empty();
            if (flaw.isPresent()) leaveOut(path, flaw.get());
            else kept.add(new Snapshot(path, contents.processed(), contents.known()));
        } catch (IOException | RuntimeException e) {
            leaveOut(path, String.valueOf(e));
        }
    }

    private void leaveOut(Path path, String why) {
        var sentence = "The engine's snapshot %s is damaged: %s".formatted(path, why);
        flaws.add(sentence);
        LOG.warn("{}. The one before it and the log take its place; look after the disk.", sentence);
    }

    private void dropOthers() throws IOException {
        var needed = kept.stream().map(Snapshot::folder).toList();
        for (var path : folders(NUMBERED)) {
            if (!needed.contains(path)) Folders.delete(path);
        }
    }

    /** Newest first. */
    private List<Path> folders(String pattern) throws IOException {
        try (var paths = Files.list(home)) {
            return paths.filter(path -> path.getFileName().toString().matches(pattern))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
