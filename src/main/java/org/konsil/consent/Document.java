package org.konsil.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The paper behind a consent; null where consent was declined.
 *
 * @param language ISO 639 code
 * @param expiry last day on which it holds, null if it sets no end
 */
public record Document(
        @Nullable String version,
        @Nullable String language,
        @Nullable LocalDate date,
        @Nullable LocalDate expiry) {

    boolean holdsOn(LocalDate day) {
        return expiry == null || !day.isAfter(expiry);
    }

    /** The first moment at which it does not hold any more; null if it sets no end. */
    @Nullable
    Instant end() {
        return expiry == null
                ? null
                : expiry.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
