package org.konsil.engine.backup;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a backup holds beside the engine and the tables of its searches.
 *
 * @param file the archive to be made
 * @param databases by their names in the archive
 * @param folders by their names in the archive and in the restored data folder; what is in them must not be deleted after a database names it
 */
public record BackupPlan(Path file, Map<String, DataSource> databases, Map<String, Path> folders) {

    /** The same with one more database. */
    public BackupPlan with(String name, DataSource database) {
        var more = new TreeMap<>(databases);
        more.put(name, database);
        return new BackupPlan(file, more, folders);
    }
}
