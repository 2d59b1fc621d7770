package org.konsil.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a batch with as few statements as there are shapes of rows. */
final class BatchWriter {

    private final Connection connection;
    private final ColumnWidths widths;

    BatchWriter(Connection connection, ColumnWidths widths) {
        this.connection = connection;
        this.widths = widths;
    }

    /** Writes everything; with replaceAll even rows that should be new take the place of those that are there. */
    void write(Batch batch, boolean replaceAll) throws SQLException {
        for (var table : Table.values()) {
            deleteOwned(table, batch);
            var fresh = new ArrayList<Row>();
            var again = new ArrayList<Row>();
            var changed = new ArrayList<Row>();
            for (var row : batch.rows(table)) {
                if (row.way == Row.Way.CHANGED) {
                    changed.add(row);
                    continue;
                }
                fresh.add(row);
                if (replaceAll || row.way == Row.Way.REPLACED) {
                    again.add(row);
                }
            }
            delete(table, again);
            for (var alike : byShape(fresh).values()) {
                insert(table, alike);
            }
            for (var alike : byShape(changed).values()) {
                update(table, alike);
            }
        }
    }

    private void deleteOwned(Table table, Batch batch) throws SQLException {
        var owners = batch.emptied(table);
        if (!owners.isEmpty()) {
            each(Sql.deleteOwned(table), owners, (statement, owner) -> statement.setObject(1, owner));
        }
    }

    private void delete(Table table, List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            each(Sql.delete(table), rows, (statement, row) -> bind(statement, 1, row.key));
        }
    }

    private void insert(Table table, List<Row> rows) throws SQLException {
        var columns = rows.getFirst().columns.keySet();
        each(Sql.insert(table, columns), rows, (statement, row) -> {
            int next = bind(statement, 1, row.key);
            bindColumns(statement, next, table, row);
        });
    }

    private void update(Table table, List<Row> rows) throws SQLException {
        var first = rows.getFirst();
        if (first.columns.isEmpty() && first.increments.isEmpty()) {
            return;
        }
        var sql = Sql.update(table, first.columns.keySet(), first.increments.keySet());
        each(sql, rows, (statement, row) -> {
            int next = bindColumns(statement, 1, table, row);
            next = bind(statement, next, row.increments.values());
            bind(statement, next, row.key);
        });
    }

    private interface Binding<T> {
        void bind(PreparedStatement statement, T one) throws SQLException;
    }

    private <T> void each(String sql, Collection<T> all, Binding<T> binding) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var one : all) {
                binding.bind(statement, one);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private int bindColumns(PreparedStatement statement, int from, Table table, Row row) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        row.columns.forEach((column, value) -> values.add(widths.fit(table, column, value)));
        return bind(statement, from, values);
    }

    private static int bind(PreparedStatement statement, int from, Collection<? extends @Nullable Object> values)
            throws SQLException {
        int next = from;
        for (var value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }

    private static Map<String, List<Row>> byShape(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.columns.keySet() + "+" + row.increments.keySet(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
