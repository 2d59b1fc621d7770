package org.konsil.engine.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows that a run of records touches, each folded into its last state, so that one batch of records is few statements. */
final class Batch {

    private final Map<Table, Map<List<Object>, Row>> rows = new EnumMap<>(Table.class);
    private final Map<Table, Set<Object>> emptied = new EnumMap<>(Table.class);

    Row created(Table table, Object... key) {
        return put(table, new Row(List.of(key), Row.Way.CREATED));
    }

    /** The same thing may be told more than once. */
    Row replaced(Table table, Object... key) {
        return put(table, new Row(List.of(key), Row.Way.REPLACED));
    }

    Row changed(Table table, Object... key) {
        var id = List.of(key);
        return of(table).computeIfAbsent(id, k -> new Row(k, Row.Way.CHANGED));
    }

    /** Drops the rows of a list that belongs to the owner; rows created afterwards are its new content. */
    void empty(Table list, Table ownerTable, Object owner) {
        of(list).keySet().removeIf(key -> key.getFirst().equals(owner));
        if (!isNew(ownerTable, owner)) {
            emptied.computeIfAbsent(list, t -> new LinkedHashSet<>()).add(owner);
        }
    }

    Collection<Row> rows(Table table) {
        return of(table).values();
    }

    Set<Object> emptied(Table table) {
        return emptied.getOrDefault(table, Set.of());
    }

    void clear() {
        rows.clear();
        emptied.clear();
    }

    /** Whether the row comes into being within this batch. */
    private boolean isNew(Table table, Object... key) {
        var row = of(table).get(List.of(key));
        return row != null && row.way != Row.Way.CHANGED;
    }

    private Row put(Table table, Row row) {
        of(table).put(row.key, row);
        return row;
    }

    private Map<List<Object>, Row> of(Table table) {
        return rows.computeIfAbsent(table, t -> new LinkedHashMap<>());
    }
}
