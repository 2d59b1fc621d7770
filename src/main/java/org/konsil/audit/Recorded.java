package org.konsil.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the history.
 *
 * @param seq orders the entries of a case; the chain over all entries counts on its own
 * @param hash null until the sequencer has chained it (within a second)
 */
public record Recorded(
        long seq, Instant at, Entry entry, @Nullable String hash) {}
