package org.konsil.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.konsil.engine.backup.Migrations;

/** What of the data folder belongs into a backup. The key store does not: it has its own place and life. */
final class Parts {

    /** The application's database, by its name in the archive. */
    static final String DATABASE = "application";

    static final String ENGINE = "engine";

    /** Sealed attachments, and what process owners put before the packed files. */
    private static final List<String> FOLDERS = List.of("files", "processes", "forms");

    private Parts() {}

    static Map<String, Path> folders(Path home) {
        var folders = new TreeMap<String, Path>();
        for (var name : FOLDERS) folders.put(name, home.resolve(name));
        return folders;
    }

    /** Everything that a restore puts into the data folder. */
    static List<String> all() {
        return List.of(ENGINE, "db", "files", "processes", "forms");
    }

    /** How the application's tables are made, and those of the engine where earlier versions had put them beside. */
    static List<Migrations> migrations() {
        return List.of(
                new Migrations("flyway_schema_history", List.of("db/migration", "db/vendor/{vendor}")),
                Migrations.ofTheEngine());
    }
}
