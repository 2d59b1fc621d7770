package org.konsil.desk.dossier;

import java.time.Instant;
import org.konsil.audit.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, in words.
 *
 * @param who the person's name, or the service's own
 * @param what a sentence without a full stop
 * @param about where in the process, or what exactly; null if there is nothing to add
 */
public record HistoryLine(
        long seq,
        Instant at,
        String actor,
        String who,
        String action,
        String what,
        @Nullable String about,
        Entry.Outcome outcome,
        @Nullable String reason) {}
