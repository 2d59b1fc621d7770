package org.konsil.engine.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The deployed process definitions, as the reader of the log needs them: names and version tags, kept while they are in use. */
final class Definitions {

    private static final int KEPT = 200;

    /** What rows about an instance take from its definition. */
    record Definition(ModelNames names, String versionTag) {}

    private static final Definition UNKNOWN = new Definition(ModelNames.of(""), "");

    private final DataSource tables;
    private final Map<Long, Definition> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Definition> eldest) {
            return size() > KEPT;
        }
    };

    Definitions(DataSource tables) {
        this.tables = tables;
    }

    void put(long key, Definition definition) {
        kept.put(key, definition);
    }

    Definition get(long key) {
        var known = kept.get(key);
        if (known == null) {
            known = load(key);
            kept.put(key, known);
        }
        return known;
    }

    void clear() {
        kept.clear();
    }

    private Definition load(long key) {
        var sql = "select xml, version_tag from engine_process_definition where process_definition_key = ?";
        try (var connection = tables.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (var found = statement.executeQuery()) {
                if (!found.next()) {
                    return UNKNOWN;
                }
                var tag = found.getString(2);
                return new Definition(ModelNames.of(found.getString(1)), tag == null ? "" : tag);
            }
        } catch (SQLException e) {
            throw new TablesUnreachable(e);
        }
    }
}
