package org.konsil.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;

/**
 * A round of a case after its first.
 *
 * @param number 2 for the first of them
 * @param left the stage in which the round before ended
 * @param closedAs why the case had been closed, if it was
 * @param provider that had the case in the round before
 * @param network that had the case in the round before
 */
public record Round(
        int number,
        Cause cause,
        Stage left,
        @Nullable ClosingReason closedAs,
        String provider,
        @Nullable NetworkId network,
        Instant begunAt,
        Actor begunBy) {}
