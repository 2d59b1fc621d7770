package org.konsil.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Both ends belong to the span; no end means still valid. */
final class Validity {

    private Validity() {}

    static boolean covers(LocalDate from, @Nullable LocalDate until, LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
