package org.konsil.engine.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a table in an archive.
 *
 * @param counted the column that counts by itself, if there is one
 * @param next what it gives next
 */
record TableShape(
        String table, List<Column> columns, @Nullable String counted, long next) {

    /** Names of all tables, in lower case and sorted. */
    static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        String[] types = {"TABLE", "BASE TABLE"};
        try (var found = connection.getMetaData().getTables(null, connection.getSchema(), "%", types)) {
            while (found.next()) names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        }
        names.sort(null);
        return names;
    }

    static TableShape of(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        String counted = null;
        try (var found =
                connection.getMetaData().getColumns(null, connection.getSchema(), named(connection, table), "%")) {
            while (found.next()) {
                var name = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                columns.add(new Column(name, Kind.of(table, name, found.getString("TYPE_NAME"))));
                if ("YES".equals(found.getString("IS_AUTOINCREMENT"))) counted = name;
            }
        }
        return new TableShape(table, columns, counted, counted == null ? 0 : next(connection, table, counted));
    }

    /** Names are patterns there, and H2 keeps them in upper case. */
    private static String named(Connection connection, String table) throws SQLException {
        var written = connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        return written.replace("_", connection.getMetaData().getSearchStringEscape() + "_");
    }

    /** Numbers are given outside of transactions: what is read here is never below what the rows have. */
    private static long next(Connection connection, String table, String column) throws SQLException {
        var product = Product.of(connection);
        try (var statement = connection.prepareStatement(product.nextNumber(table, column));
                var found = statement.executeQuery()) {
            return found.next() ? found.getLong(1) + 1 : 1;
        }
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** How many rows are held in memory at once; those with bytes may be large. */
    int atOnce() {
        return columns.stream().anyMatch(column -> column.kind() == Kind.BYTES) ? 20 : 500;
    }
}
