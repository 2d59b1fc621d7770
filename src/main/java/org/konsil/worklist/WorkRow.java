package org.konsil.worklist;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of a queue as the page shows it, its codes in words.
 *
 * @param opens the reader may open it
 */
record WorkRow(
        WorkItem item,
        String caseName,
        String country,
        @Nullable String network,
        @Nullable String assignee,
        @Nullable Instant due,
        boolean opens) {

    public String stage() {
        return code(item.stage());
    }

    public String state() {
        return code(item.state());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
