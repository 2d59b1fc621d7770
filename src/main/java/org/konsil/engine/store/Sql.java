package org.konsil.engine.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;

/** The statements that change a table. */
final class Sql {

    private Sql() {}

    /** Values: the key, then the columns. */
    static String insert(Table table, Collection<String> columns) {
        var names = new ArrayList<>(table.key());
        names.addAll(columns);
        var marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        return "insert into " + table.sqlName() + " (" + String.join(", ", names) + ") values (" + marks + ")";
    }

    /** Values: the columns, the increments, the key. */
    static String update(Table table, Collection<String> columns, Collection<String> increments) {
        var sets = new ArrayList<String>();
        columns.forEach(column -> sets.add(column + " = ?"));
        increments.forEach(column -> sets.add(column + " = " + column + " + ?"));
        return "update " + table.sqlName() + " set " + String.join(", ", sets) + whereKey(table);
    }

    /** Values: the key. */
    static String delete(Table table) {
        return "delete from " + table.sqlName() + whereKey(table);
    }

    /** Values: what the key begins with. */
    static String deleteOwned(Table table) {
        return "delete from " + table.sqlName() + " where " + table.key().getFirst() + " = ?";
    }

    private static String whereKey(Table table) {
        return table.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" and ", " where ", ""));
    }
}
