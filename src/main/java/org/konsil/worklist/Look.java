package org.konsil.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How somebody wants their lists.
 *
 * @param columns in their order; the task is always among them, because it is what a line is called by
 * @param wide those that get more room
 * @param keys single keys do something
 */
record Look(List<Column> columns, Set<Column> wide, boolean keys) {

    static final Look USUAL = new Look(Column.USUAL, Set.of(Column.NAME), false);

    private static final String WIDE = "+";

    Look {
        var named = new ArrayList<>(columns);
        if (!named.contains(Column.NAME)) {
            named.addFirst(Column.NAME);
        }
        columns = List.copyOf(named);
        wide = Set.copyOf(wide);
    }

    boolean shows(Column column) {
        return columns.contains(column);
    }

    /** As it is kept: {@code name+ case due}. */
    String written() {
        return columns.stream()
                .map(column -> column.code() + (wide.contains(column) ? WIDE : ""))
                .collect(Collectors.joining(" "));
    }

    /** What a later version does not know any more is left out. */
    static Look read(String written, boolean keys) {
        var parts = Arrays.asList(written.split(" ", -1));
        return new Look(
                parts.stream()
                        .flatMap(part -> Column.of(part.replace(WIDE, "")).stream())
                        .distinct()
                        .toList(),
                parts.stream()
                        .filter(part -> part.endsWith(WIDE))
                        .flatMap(part -> Column.of(part.replace(WIDE, "")).stream())
                        .collect(Collectors.toSet()),
                keys);
    }
}
