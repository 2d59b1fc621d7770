package org.konsil.clocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * A moment of a clock at which somebody is told.
 *
 * @param percent the share of the time that is used up; 0 where the deadline is over
 */
public record Reached(
        CaseId caseId,
        String clockId,
        String step,
        Standing.Level level,
        String network,
        int percent,
        @Nullable Instant due,
        Standing.@Nullable Next next) {}
