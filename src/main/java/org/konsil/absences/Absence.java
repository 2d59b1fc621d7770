package org.konsil.absences;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away, the first and the last day included. Why is nobody's business.
 *
 * @param deputy who stands in; null for nobody
 * @param recordedBy who said so: the person, or a coordinator for them
 */
public record Absence(
        UUID id,
        String person,
        LocalDate from,
        LocalDate until,
        @Nullable String deputy,
        String recordedBy) {

    /** Whether the person is away on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
