package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.konsil.engine.store.Shape.Field;

/** The API's way to compare a field: a plain value, or an object of operators, of which clients send unset ones as null or empty lists. */
final class Comparison {

    private Comparison() {}

    /** Whether a client that sends every property left this one unset. */
    static boolean isUnset(JsonNode json) {
        return json.isNull() || json.isMissingNode() || (json.isContainerNode() && json.isEmpty());
    }

    static void add(Field field, JsonNode wanted, Conditions to) {
        if (isUnset(wanted)) {
            return;
        }
        if (wanted.isValueNode()) {
            to.and(field.sql() + " = ?", field.valueOf(wanted));
            return;
        }
        for (var operator : wanted.properties()) {
            if (!isUnset(operator.getValue())) {
                compare(field, operator.getKey(), operator.getValue(), to);
            }
        }
    }

    private static void compare(Field field, String operator, JsonNode value, Conditions to) {
        var column = field.sql();
        switch (operator) {
            case "$eq" -> to.and(column + " = ?", field.valueOf(value));
            case "$neq" -> to.and(column + " <> ? or " + column + " is null", field.valueOf(value));
            case "$gt" -> to.and(column + " > ?", field.valueOf(value));
            case "$gte" -> to.and(column + " >= ?", field.valueOf(value));
            case "$lt" -> to.and(column + " < ?", field.valueOf(value));
            case "$lte" -> to.and(column + " <= ?", field.valueOf(value));
            case "$exists" ->
                to.and(column + ((boolean) Kind.FLAG.valueOf(field.name(), value) ? " is not null" : " is null"));
            case "$like" -> to.and(column + " like ? escape '!'", pattern(value.asText()));
            case "$in" -> {
                var values = values(field, value);
                to.and(column + " in (" + marks(values) + ")", values);
            }
            case "$notIn" -> {
                var values = values(field, value);
                to.and(column + " not in (" + marks(values) + ") or " + column + " is null", values);
            }
            default -> {} // as in Camunda, what nobody knows does not count
        }
    }

    private static List<Object> values(Field field, JsonNode list) {
        if (!list.isArray()) {
            throw SearchRefused.unreadable("filter." + field.name());
        }
        var values = new ArrayList<Object>();
        list.forEach(value -> values.add(field.valueOf(value)));
        return values;
    }

    static String marks(List<?> values) {
        return String.join(", ", values.stream().map(value -> "?").toList());
    }

    /** The API writes * for any text and ? for any character, with a backslash before a literal one. */
    private static String pattern(String wanted) {
        var sql = new StringBuilder();
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c == '\\' && i + 1 < wanted.length()) {
                literal(wanted.charAt(++i), sql);
            } else if (c == '*') {
                sql.append('%');
            } else if (c == '?') {
                sql.append('_');
            } else {
                literal(c, sql);
            }
        }
        return sql.toString();
    }

    private static void literal(char c, StringBuilder sql) {
        if (c == '%' || c == '_' || c == '!') {
            sql.append('!');
        }
        sql.append(c);
    }
}
