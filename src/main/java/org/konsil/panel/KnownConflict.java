package org.konsil.panel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may not advise in a case.
 *
 * @param kinds as in the table {@code conflict-of-interest}; empty where it was erased, or never said
 * @param since when it became known; null where that was not kept
 */
record KnownConflict(
        String expert,
        Origin origin,
        List<String> kinds,
        @Nullable Instant since) {

    /** From where it is known. */
    enum Origin {
        /** Somebody reported it after the expert had taken part. */
        FOUND,
        /** The expert declared it as the lead of a panel. */
        AS_LEAD,
        /** The expert declared it when asked. */
        WHEN_ASKED
    }

    KnownConflict {
        kinds = List.copyOf(kinds);
    }
}
