package org.konsil.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Who was told of a clock, and when.
 *
 * @param percent the share of the time that was used up, for a reminder; 0 for an escalation
 * @param to user ids and groups such as {@code coordinator:epicare}
 */
public record Told(Who who, int percent, Instant at, List<String> to) {

    /** The rungs of the escalation, in their order. */
    public enum Who {
        OWNER,
        COORDINATOR,
        CONTACT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Told {
        to = List.copyOf(to);
    }
}
