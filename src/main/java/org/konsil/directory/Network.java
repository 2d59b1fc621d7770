package org.konsil.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/**
 * A European Reference Network and who coordinates it: now, or last if nobody does now.
 *
 * @param area what it is for, in English, for example "epilepsies"
 * @param country of the coordinating hospital
 * @param coordinator id of the coordinating hospital's provider
 * @param from first day of this coordination
 * @param until last day of this coordination, null if it has no end yet
 */
public record Network(
        NetworkId id,
        String name,
        String area,
        Country country,
        String coordinator,
        LocalDate from,
        @Nullable LocalDate until) {

    /** Whether the network is coordinated on that day; otherwise no case may be sent to it. */
    public boolean isValidOn(LocalDate day) {
        return Validity.covers(from, until, day);
    }
}
