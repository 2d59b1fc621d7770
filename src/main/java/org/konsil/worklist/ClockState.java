package org.konsil.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a piece of work stands against its goal. */
public enum ClockState {
    /** No goal is set. */
    NONE,
    ON_TIME,
    /** Due within two days. */
    DUE_SOON,
    OVERDUE,
    /** Its clock stands still while information is awaited. */
    STOPPED;

    static final Duration NEAR = Duration.ofDays(2);

    /** @param due null where no goal is set */
    public static ClockState of(@Nullable Instant due, Instant now) {
        if (due == null) {
            return NONE;
        }
        if (!due.isAfter(now)) {
            return OVERDUE;
        }
        return due.minus(NEAR).isAfter(now) ? ON_TIME : DUE_SOON;
    }

    /** As the API and message keys write it: {@code on-time}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
