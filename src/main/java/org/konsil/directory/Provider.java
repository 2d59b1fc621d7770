package org.konsil.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Country;

/**
 * A healthcare provider (HCP).
 *
 * @param id a short lower-case word, as in group names: {@code hus}, {@code centre-no}
 * @param region code of ISO 3166-2, {@code DE-BY}, where the country's regions keep holidays of their own; else null
 * @param approvedUntil last day on which its data protection officer allows it to use the platform; null if never allowed
 */
public record Provider(
        String id,
        String name,
        String city,
        Country country,
        @Nullable String region,
        Kind kind,
        @Nullable LocalDate approvedUntil) {

    /** What a provider is in the referral's world. */
    public enum Kind {
        /** A hospital that cares for patients. */
        HOSPITAL,
        /** A domestic expert centre. */
        CENTRE,
        /** A hospital that is here because it coordinates a network. */
        COORDINATING
    }

    /** Whether its data protection officer's approval holds on that day. */
    public boolean isApprovedOn(LocalDate day) {
        return approvedUntil != null && !day.isAfter(approvedUntil);
    }
}
