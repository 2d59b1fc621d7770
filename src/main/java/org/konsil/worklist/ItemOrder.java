package org.konsil.worklist;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of a list, and the place in it where a page begins: the last item's sort value and key. */
record ItemOrder(String name, boolean descending) {

    /** Where the page before ended. */
    record Place(Object value, long taskKey) {}

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "due_order",
            "created", "created_at",
            "urgency", "urgency",
            "country", "country",
            "network", "network",
            "stage", "stage",
            "name", "name",
            "priority", "priority");

    static ItemOrder of(@Nullable String sort) {
        if (sort == null || sort.isBlank()) {
            return new ItemOrder("due", false);
        }
        var order = new ItemOrder(
                sort.replaceFirst("^-", "").replaceFirst(",.*", ""), sort.startsWith("-") || sort.endsWith(",desc"));
        if (!COLUMNS.containsKey(order.name)) {
            throw ItemRefused.filter("sort", sort);
        }
        return order;
    }

    String column() {
        return String.valueOf(COLUMNS.get(name));
    }

    String direction() {
        return descending ? "DESC" : "ASC";
    }

    String compare() {
        return descending ? "<" : ">";
    }

    /** The sort value of a row, in a type that every database gives alike. */
    Object value(ResultSet row) throws SQLException {
        return isTime() ? row.getObject(column(), OffsetDateTime.class) : row.getObject(column());
    }

    private boolean isTime() {
        return name.equals("due") || name.equals("created");
    }

    String write(Object value, long taskKey) {
        var text = value instanceof OffsetDateTime time ? time.toInstant().toString() : value.toString();
        var place = name + "|" + taskKey + "|" + text;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    Place read(String after) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\\|", 3);
            if (parts.length != 3 || !parts[0].equals(name)) {
                throw ItemRefused.filter("after", after);
            }
            return new Place(typed(parts[2]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ItemRefused.filter("after", after);
        }
    }

    private Object typed(String value) {
        return switch (name) {
            case "due", "created" -> Instant.parse(value).atOffset(ZoneOffset.UTC);
            case "priority" -> Integer.valueOf(value);
            default -> value;
        };
    }
}
