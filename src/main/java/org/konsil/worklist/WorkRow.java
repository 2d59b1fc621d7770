package org.konsil.worklist;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of a queue as the page shows it. */
record WorkRow(
        WorkItem item,
        String caseName,
        String country,
        @Nullable LocalDate due) {

    private static final ZoneId PLACE = ZoneId.of("Europe/Brussels");

    static WorkRow of(WorkItem item, String caseName, Locale reader) {
        var due = item.due() == null ? null : LocalDate.ofInstant(item.due(), PLACE);
        return new WorkRow(item, caseName, item.country().name(reader), due);
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
