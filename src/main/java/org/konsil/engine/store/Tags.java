package org.konsil.engine.store;

import java.util.Collection;
import java.util.List;

/** Tags of a process instance in one column: between commas, so that one can be looked for. */
final class Tags {

    private static final String BETWEEN = ",";

    private Tags() {}

    static String join(Collection<String> tags) {
        return tags.isEmpty() ? "" : BETWEEN + String.join(BETWEEN, tags) + BETWEEN;
    }

    static List<String> split(String column) {
        return List.of(column.substring(1, column.length() - 1).split(BETWEEN));
    }
}
