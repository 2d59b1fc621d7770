package org.konsil.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Days;

/** A line of a queue as the page shows it, its codes in words. */
record WorkRow(
        WorkItem item,
        String caseName,
        String country,
        @Nullable String network,
        @Nullable String assignee,
        @Nullable LocalDate due) {

    static @Nullable LocalDate day(@Nullable Instant due) {
        return due == null ? null : Days.of(due);
    }

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
