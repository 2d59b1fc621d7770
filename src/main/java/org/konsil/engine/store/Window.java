package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;

/** Which part of the result is asked for: by number, or before or after a cursor. */
record Window(int from, int limit, String after, String before) {

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    static Window of(JsonNode page) {
        var window = new Window(
                page.path("from").asInt(0),
                page.path("limit").asInt(USUAL_LIMIT),
                page.path("after").asText(""),
                page.path("before").asText(""));
        if (window.from < 0 || window.limit < 0 || window.limit > HIGHEST_LIMIT) {
            throw new SearchRefused("A page begins at 0 or later and has at most " + HIGHEST_LIMIT + " items");
        }
        if (!window.after.isEmpty() && !window.before.isEmpty()) {
            throw new SearchRefused("A page lies after a cursor or before one, not both");
        }
        return window;
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
