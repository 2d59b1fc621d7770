package org.konsil.panel;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an expert is away, the first and the last included.
 *
 * @param deputy who is asked in the expert's place; null: whoever suits best
 */
record Absence(
        UUID id,
        String expert,
        LocalDate from,
        LocalDate until,
        @Nullable String deputy) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
