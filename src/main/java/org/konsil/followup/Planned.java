package org.konsil.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A follow-up date of a case and what was reported at it. */
public record Planned(
        int number,
        Instant dueAt,
        @Nullable Instant reportedAt,
        @Nullable String implemented,
        @Nullable String result) {}
