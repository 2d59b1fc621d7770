package org.konsil.engine.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.konsil.engine.state.Folders;
import org.konsil.engine.store.OwnDatabase;

/**
 * The way back from a verified archive into a data folder that holds nothing of the kind. Everything is made in a folder beside, which no
 * program starts on; at the end its parts get their places. Broken off, it can simply be done again.
 */
public final class Restore {

    /** While this folder is there, the data folder is not whole. */
    public static final String UNFINISHED = ".restoring";

    private static final String DATABASES = "databases";

    private final ArchiveReader archive;
    private final Path home;
    private final Path aside;

    private Restore(ArchiveReader archive, Path home) {
        this.archive = archive;
        this.home = home;
        this.aside = home.resolve(UNFINISHED);
    }

    /** Begins; refuses, with {@link ArchiveRefused}, a folder that holds any of these parts or of those in the archive. */
    public static Restore begin(ArchiveReader archive, Path home, List<String> parts) throws IOException {
        var restore = new Restore(archive, home.toAbsolutePath());
        var all = new TreeSet<>(parts);
        for (var entry : archive.manifest().entries()) all.add(entry.name().split("/")[0]);
        all.remove(DATABASES);
        restore.makePlace(List.copyOf(all));
        return restore;
    }

    private void makePlace(List<String> parts) throws IOException {
        boolean again = Files.exists(aside);
        for (var part : parts) {
            if (again) Folders.delete(home.resolve(part)); // put there by the restore that was broken off
            else if (!Folder.isEmpty(home.resolve(part)))
                throw new ArchiveRefused(
                        "The folder %s already holds '%s': stop the program that uses it and move its data away, or name another folder with --konsil.home=..."
                                .formatted(home, part));
        }
        if (again) Folders.delete(aside);
        Files.createDirectories(aside);
        Folders.force(home);
    }

    /** Where the parts are made; a database in a file belongs here too. */
    public Path aside() {
        return aside;
    }

    /** Puts all files there. */
    public void files() throws IOException {
        for (var entry : archive.manifest().entries()) {
            if (entry.name().startsWith(DATABASES + "/")) continue;
            var file = aside.resolve(entry.name());
            Files.createDirectories(file.getParent());
            try (var in = archive.open(entry.name())) {
                Files.copy(in, file);
            }
        }
    }

    /** Makes the file of the engine's searches, if the archive has them apart from other databases. */
    public void searches() throws IOException, SQLException {
        if (!archive.manifest().databases().containsKey(OwnDatabase.NAME)) return;
        try (var searches = OwnDatabase.in(aside.resolve("engine"))) {
            database(OwnDatabase.NAME, searches.connections(), List.of(Migrations.ofTheEngine()));
        }
    }

    /** Fills a database; refuses one that is not empty. */
    public void database(String name, DataSource database, List<Migrations> migrations)
            throws IOException, SQLException {
        DatabaseRestore.requireEmpty(database);
        new DatabaseRestore(archive, name).into(database, migrations);
    }

    /** Puts everything into its place, on disk. */
    public void finish() throws IOException {
        for (var file : Folder.files(aside)) sync(file);
        try (var parts = Files.list(aside)) {
            for (var part : parts.sorted().toList()) {
                var place = home.resolve(part.getFileName());
                Files.deleteIfExists(place); // an empty folder
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Folders.force(home);
        Files.delete(aside);
        Folders.force(home);
    }

    private static void sync(Path file) throws IOException {
        Folders.force(file);
        Folders.forceAround(file);
    }
}
