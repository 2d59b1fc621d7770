package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a search over one table can show, sort by and filter by. */
final class Shape {

    /** A field of the answer: its name in JSON, its SQL, its kind. */
    record Field(
            String name, String sql, Kind kind, @Nullable Choice choice) {

        Field(String name, String sql, Kind kind) {
            this(name, sql, kind, null);
        }

        /** What the JSON means for the column. */
        Object valueOf(JsonNode json) {
            var value = kind.valueOf(name, json);
            return choice == null ? value : choice.pick(value.toString());
        }
    }

    /** A filter that is more than a comparison with a field. */
    interface Criterion {
        void add(JsonNode wanted, JsonNode filter, Conditions to);
    }

    /** A list that belongs to each row: its name in JSON and the table that holds it under the row's key. */
    record Companion(String name, String table) {}

    private final String table;
    private final List<String> key;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Criterion> criteria = new LinkedHashMap<>();
    private final List<Companion> companions = new ArrayList<>();
    private String listed = "1 = 1";
    private Choice order = new Choice("field", List.of());

    private Shape(Table table, List<String> key) {
        this.table = table.sqlName();
        this.key = key;
        field("tenantId", "cast('<default>' as varchar(20))", Kind.TEXT);
    }

    /** The key is what makes the order total, named as in JSON. */
    static Shape of(Table table, String... key) {
        return new Shape(table, List.of(key)).fields(Kind.KEY, key);
    }

    /** Fields whose columns have the same names, written the database's way. */
    Shape fields(Kind kind, String... names) {
        for (var name : names) {
            field(name, column(name), kind);
        }
        return this;
    }

    Shape field(String name, String sql, Kind kind) {
        fields.put(name, new Field(name, sql, kind));
        return this;
    }

    /** A field whose values the contract lists. */
    Shape choice(String name, String sql, Class<? extends Enum<?>> contract) {
        fields.put(name, new Field(name, sql, Kind.TEXT, Choice.of(name, contract)));
        return this;
    }

    Shape choice(String name, Class<? extends Enum<?>> contract) {
        return choice(name, column(name), contract);
    }

    /** The fields that the contract lets clients sort by. */
    Shape sortedBy(Class<? extends Enum<?>> contract) {
        order = Choice.of("field", contract);
        return this;
    }

    Shape criterion(String name, Criterion criterion) {
        criteria.put(name, criterion);
        return this;
    }

    Shape companion(String name, Table list) {
        companions.add(new Companion(name, list.sqlName()));
        return this;
    }

    /** Which rows a search lists at all. */
    Shape listing(String condition) {
        listed = condition;
        return this;
    }

    private Field field(String name) {
        var field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("There is no field '" + name + "'");
        }
        return field;
    }

    List<String> sortFields() {
        return order.values();
    }

    /** The field to sort by; refuses those that the contract does not name. */
    Field sortField(String name) {
        return field(order.pick(name));
    }

    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    List<Field> key() {
        return key.stream().map(this::field).toList();
    }

    List<Companion> companions() {
        return companions;
    }

    String from() {
        return " from " + table + " t";
    }

    Conditions listed() {
        return new Conditions().and(listed);
    }

    /** Adds what the filter demands. As in Camunda, what nobody knows does not count. */
    void filter(JsonNode filter, Conditions to) {
        if (!filter.isObject() && !Comparison.isUnset(filter)) {
            throw SearchRefused.unreadable("filter");
        }
        for (var property : filter.properties()) {
            var name = property.getKey();
            var wanted = property.getValue();
            var special = criteria.get(name);
            if (Comparison.isUnset(wanted)) {
                continue;
            }
            var field = fields.get(name);
            if (special != null) {
                special.add(wanted, filter, to);
            } else if (field != null) {
                Comparison.add(field, wanted, to);
            }
        }
    }

    private static String column(String name) {
        return "t." + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
