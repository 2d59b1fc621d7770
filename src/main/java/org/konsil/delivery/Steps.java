package org.konsil.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the advice has come. */
public record Steps(
        Instant deliveredAt,
        @Nullable Instant receivedAt,
        @Nullable String receivedBy,
        @Nullable Instant answeredAt,
        @Nullable Instant informedAt) {}
