package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;

/** Which part of the result is asked for: by number, or before or after a cursor. */
record Window(int from, int limit, String after, String before) {

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    /** As in Camunda: what is negative counts as zero, and a page of no items only tells how many there are. */
    static Window of(JsonNode page) {
        if (!page.isObject() && !Comparison.isUnset(page)) {
            throw SearchRefused.unreadable("page");
        }
        var window = new Window(
                Math.max(0, number(page, "from", 0)),
                Math.max(0, number(page, "limit", USUAL_LIMIT)),
                page.path("after").asText(""),
                page.path("before").asText(""));
        if (window.limit > HIGHEST_LIMIT) {
            throw SearchRefused.argument(
                    "The value for limit is '" + window.limit + "' but must be at most " + HIGHEST_LIMIT + ".");
        }
        if (window.ways() > 1) {
            throw SearchRefused.argument("Only one of [from, after, before] is allowed.");
        }
        return window;
    }

    private static int number(JsonNode page, String name, int otherwise) {
        var value = page.path(name);
        if (Comparison.isUnset(value)) {
            return otherwise;
        }
        if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
            throw SearchRefused.unreadable("page." + name);
        }
        return value.asInt();
    }

    private int ways() {
        return (from > 0 ? 1 : 0) + (after.isEmpty() ? 0 : 1) + (before.isEmpty() ? 0 : 1);
    }

    boolean backwards() {
        return !before.isEmpty();
    }

    void restrict(Order order, Conditions to) {
        if (backwards()) {
            order.beyond(Cursor.read(before), true, to);
        } else if (!after.isEmpty()) {
            order.beyond(Cursor.read(after), false, to);
        }
    }

    String sql() {
        return after.isEmpty() && before.isEmpty() && from > 0
                ? " offset " + from + " rows fetch next " + limit + " rows only"
                : " fetch first " + limit + " rows only";
    }
}
