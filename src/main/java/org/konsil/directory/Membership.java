package org.konsil.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/**
 * A provider's part in a network.
 *
 * @param rank which of a country's members is asked first to sponsor a case, lower first
 * @param since first day
 * @param until last day, null if it has no end yet
 */
public record Membership(
        NetworkId network,
        String providerId,
        Country country,
        Kind kind,
        int rank,
        LocalDate since,
        @Nullable LocalDate until) {

    /** Full members belong to a network; affiliated partners link countries without one to it. */
    public enum Kind {
        FULL,
        AFFILIATED
    }

    /** Whether it holds on that day. */
    public boolean isValidOn(LocalDate day) {
        return Validity.covers(since, until, day);
    }
}
