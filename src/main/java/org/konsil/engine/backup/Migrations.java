package org.konsil.engine.backup;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * How a part of a database's tables is made.
 *
 * @param history Flyway's table, which knows what was done
 * @param locations class path folders of the scripts; {@code {vendor}} stands for the database's product
 */
public record Migrations(String history, List<String> locations) {

    /** Those of the engine's own tables. */
    public static Migrations ofTheEngine() {
        return new Migrations("engine_schema_history", List.of("db/engine"));
    }

    /** Does what had been done when the archive was made, and no more: what came later is for the program's next start. */
    void run(DataSource database, Map<String, List<String>> done) {
        var wanted = done.get(history);
        if (wanted == null) return; // the tables are in another database, or of another engine
        var scripts = new Scripts(locations, Set.copyOf(wanted), database);
        var missing = new HashSet<>(wanted);
        missing.removeAll(scripts.names());
        if (!missing.isEmpty())
            throw new ArchiveRefused(
                    "The archive is of a newer version: this program does not know %s. Restore it with the version that made it, or a later one."
                            .formatted(missing));
        Flyway.configure()
                .dataSource(database)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .resourceProvider(scripts)
                .load()
                .migrate();
    }
}
