package org.konsil.rights;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database holds, table by table: which columns are sealed, which are codes, ids and dates. */
@Component
class KeptData {

    /** A table. {@code sealed}: names of the columns that hold ciphertext. */
    record Kept(String table, List<String> sealed, List<String> open) {}

    private record Column(String table, String name, String type) {

        boolean isBytes() {
            return type.toUpperCase(Locale.ROOT).matches("BYTEA|BINARY.*|VARBINARY.*|BLOB|BINARY LARGE OBJECT");
        }
    }

    private final JdbcClient jdbc;

    KeptData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kept> tables() {
        var byTable = new TreeMap<String, java.util.ArrayList<Column>>();
        jdbc
                .sql("SELECT table_name, column_name, data_type FROM information_schema.columns"
                        + " WHERE LOWER(table_schema) = 'public' ORDER BY table_name, ordinal_position")
                .query((row, number) -> new Column(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        row.getString(2).toLowerCase(Locale.ROOT),
                        row.getString(3)))
                .list()
                .stream()
                .filter(column -> !column.table().startsWith("flyway"))
                .forEach(column -> byTable.computeIfAbsent(column.table(), it -> new java.util.ArrayList<>())
                        .add(column));
        return byTable.entrySet().stream()
                .map(entry -> new Kept(
                        entry.getKey(),
                        entry.getValue().stream()
                                .filter(Column::isBytes)
                                .map(Column::name)
                                .toList(),
                        entry.getValue().stream()
                                .filter(it -> !it.isBytes())
                                .map(Column::name)
                                .toList()))
                .toList();
    }
}
