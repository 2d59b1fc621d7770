package org.konsil.worklist;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, and the place in it where a page begins: an item's sort value and key.
 *
 * @param ranked the codes in the order of the names that are shown for them; empty where the store's own order is meant
 */
record ItemOrder(String name, boolean descending, List<String> ranked) {

    /** Where a page ends or begins. */
    record Place(Object value, long taskKey) {}

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("due", "due_order"),
            Map.entry("goal", "goal_order"),
            Map.entry("clock", "clock_order"),
            Map.entry("created", "created_at"),
            Map.entry("urgency", "urgency"),
            Map.entry("country", "country"),
            Map.entry("network", "network"),
            Map.entry("stage", "stage_order"),
            Map.entry("name", "name"),
            Map.entry("owner", "assignee"),
            Map.entry("case", "case_id"),
            Map.entry("priority", "priority"));

    /** What is shown by names that the store does not keep. None of them has an index, so nothing is lost by ranking. */
    private static final Set<String> NAMED = Set.of("country", "network", "owner");

    private static final Set<String> TIMES = Set.of("due", "goal", "clock", "created");

    ItemOrder(String name, boolean descending) {
        this(name, descending, List.of());
    }

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

    /** The other way round: how one goes back. */
    ItemOrder backwards() {
        return new ItemOrder(name, !descending, ranked);
    }

    /** The codes have to be ranked by their names first. */
    boolean isNamed() {
        return NAMED.contains(name);
    }

    ItemOrder ranked(List<String> codes) {
        return new ItemOrder(name, descending, codes);
    }

    /** As it stands in the address. */
    String said() {
        return descending ? "-" + name : name;
    }

    String column() {
        return String.valueOf(COLUMNS.get(name));
    }

    String direction() {
        return descending ? "DESC" : "ASC";
    }

    /** Strictly beyond a place. The first half lets an index begin there. */
    String beyond(String prefix) {
        return beyond(prefix + column(), prefix + "task_key");
    }

    String beyond(String column, String key) {
        var than = descending ? "<" : ">";
        return "%1$s %2$s= :place AND (%1$s %2$s :place OR %3$s %2$s :placeKey)".formatted(column, than, key);
    }

    /** What a sort value is compared by: its rank, where the codes are ranked. */
    Object rank(Object value) {
        return ranked.isEmpty() ? value : ranked.indexOf(String.valueOf(value));
    }

    /** The sort value of a row, in a type that every database gives alike. */
    Object value(ResultSet row) throws SQLException {
        if (!ranked.isEmpty()) {
            return ranked.get(Math.min(row.getInt("place"), ranked.size() - 1));
        }
        return isTime() ? row.getObject("place", OffsetDateTime.class) : row.getObject("place");
    }

    private boolean isTime() {
        return TIMES.contains(name);
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
        if (isTime()) {
            return Instant.parse(value).atOffset(ZoneOffset.UTC);
        }
        return switch (name) {
            case "priority", "stage" -> Integer.valueOf(value);
            case "case" -> UUID.fromString(value);
            default -> value;
        };
    }
}
