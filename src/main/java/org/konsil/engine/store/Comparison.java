package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The API's way to compare a field: a plain value, or an object of operators, of which clients send unset ones as null or empty lists. */
final class Comparison {

    private Comparison() {}

    /** Whether a client that sends every property left this one unset. */
    static boolean isUnset(JsonNode json) {
        return json.isNull() || json.isMissingNode() || (json.isContainerNode() && json.isEmpty());
    }

    static void add(String name, String column, Kind kind, JsonNode wanted, Conditions to) {
        if (isUnset(wanted)) {
            return;
        }
        if (wanted.isValueNode()) {
            to.and(column + " = ?", kind.valueOf(name, wanted));
            return;
        }
        for (var operator : wanted.properties()) {
            if (!isUnset(operator.getValue())) {
                compare(name, column, kind, operator.getKey(), operator.getValue(), to);
            }
        }
    }

    private static void compare(String name, String column, Kind kind, String operator, JsonNode value, Conditions to) {
        switch (operator) {
            case "$eq" -> to.and(column + " = ?", kind.valueOf(name, value));
            case "$neq" -> to.and(column + " <> ? or " + column + " is null", kind.valueOf(name, value));
            case "$gt" -> to.and(column + " > ?", kind.valueOf(name, value));
            case "$gte" -> to.and(column + " >= ?", kind.valueOf(name, value));
            case "$lt" -> to.and(column + " < ?", kind.valueOf(name, value));
            case "$lte" -> to.and(column + " <= ?", kind.valueOf(name, value));
            case "$exists" -> to.and(column + (value.asBoolean() ? " is not null" : " is null"));
            case "$like" -> to.and(column + " like ? escape '!'", pattern(value.asText()));
            case "$in" -> {
                var values = values(name, kind, value);
                to.and(column + " in (" + marks(values) + ")", values);
            }
            case "$notIn" -> {
                var values = values(name, kind, value);
                to.and(column + " not in (" + marks(values) + ") or " + column + " is null", values);
            }
            default -> throw new SearchRefused("'" + operator + "' is no operator for '" + name + "'");
        }
    }

    private static List<Object> values(String name, Kind kind, JsonNode list) {
        var values = new ArrayList<Object>();
        list.forEach(value -> values.add(kind.valueOf(name, value)));
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
