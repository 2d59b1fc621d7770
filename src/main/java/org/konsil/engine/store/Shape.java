package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a search over one table can show, sort by and filter by. */
final class Shape {

    /** A field of the answer: its name in JSON, its SQL, its kind. */
    record Field(String name, String sql, Kind kind) {}

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

    Field field(String name) {
        var field = fields.get(name);
        if (field == null) {
            throw new SearchRefused("There is no field '" + name + "'");
        }
        return field;
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

    /** Adds what the filter demands. */
    void filter(JsonNode filter, Conditions to) {
        for (var property : filter.properties()) {
            var name = property.getKey();
            var wanted = property.getValue();
            var special = criteria.get(name);
            if (Comparison.isUnset(wanted)) {
                continue;
            }
            if (special != null) {
                special.add(wanted, filter, to);
            } else {
                var field = field(name);
                Comparison.add(name, field.sql(), field.kind(), wanted, to);
            }
        }
    }

    private static String column(String name) {
        return "t." + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
