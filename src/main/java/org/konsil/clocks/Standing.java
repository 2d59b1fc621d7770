package org.konsil.clocks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * How a clock stands.
 *
 * @param goal when it should be done; null where the table sets none
 * @param due the deadline; as it was when a stopped clock was stopped; null where the table has no row
 * @param why null where the table has no row
 * @param next who is told next, and when; null if nobody is, or while it stands still
 */
public record Standing(
        String id,
        CaseId caseId,
        String step,
        Level level,
        State state,
        @Nullable Instant goal,
        @Nullable Instant due,
        @Nullable Why why,
        List<Told> told,
        @Nullable Next next) {

    /** Of what it is the clock. */
    public enum Level {
        TASK,
        STEP,
        STAGE,
        CASE
    }

    /** What a clock does. */
    public enum State {
        RUNNING,
        /** Stands still while information is awaited. */
        STOPPED,
        /** Has run out. */
        DUE
    }

    /** Who is told next: at a share of the time, or after the deadline (percent 0). */
    public record Next(Told.Who who, int percent, Instant at) {}

    public Standing {
        told = List.copyOf(told);
    }
}
