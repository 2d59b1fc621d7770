package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the operators of a filter mean, said a second time, in Java. */
final class Meaning {

    private static final String KEY = "\\d{16}";

    private Meaning() {}

    /** The filter that was asked for, with this value in it. */
    static Object of(Object asked, JsonNode value) {
        if (!(asked instanceof Map<?, ?> operators)) return value;
        var operator = (String) operators.keySet().iterator().next();
        return Map.of(
                operator,
                switch (operator) {
                    case "$exists" -> true;
                    case "$in", "$notIn" -> List.of(value);
                    case "$like" -> value.asText().substring(0, value.asText().length() / 2) + "*";
                    default -> value;
                });
    }

    static boolean holds(Object wanted, JsonNode value) {
        if (!(wanted instanceof Map<?, ?> operators)) return value.equals(wanted);
        var operator = operators.entrySet().iterator().next();
        boolean given = value.isValueNode();
        var operand = operator.getValue();
        return switch ((String) operator.getKey()) {
            case "$eq" -> value.equals(operand);
            case "$neq" -> !value.equals(operand);
            case "$exists" -> given;
            case "$in" -> ((List<?>) operand).contains(value);
            case "$notIn" -> !((List<?>) operand).contains(value);
            case "$like" -> given && value.asText().matches(regex((String) operand));
            case "$gt" -> given && compare(value, (JsonNode) operand) > 0;
            case "$gte" -> given && compare(value, (JsonNode) operand) >= 0;
            case "$lt" -> given && compare(value, (JsonNode) operand) < 0;
            case "$lte" -> given && compare(value, (JsonNode) operand) <= 0;
            default -> throw new AssertionError("An operator nobody knows here: " + operator);
        };
    }

    /** Keys are numbers in a text; dates are compared as instants. */
    static int compare(JsonNode one, JsonNode other) {
        if (one.isBoolean()) return Boolean.compare(one.asBoolean(), other.asBoolean());
        var text = one.asText();
        if (one.isNumber() || text.matches(KEY)) return Long.compare(one.asLong(), other.asLong());
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
            return Instant.parse(text).compareTo(Instant.parse(other.asText()));
        return text.compareTo(other.asText());
    }

    private static String regex(String pattern) {
        return pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : java.util.regex.Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
    }
}
