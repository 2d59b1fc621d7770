package org.konsil.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** Clocks that stop, move or count working days. Plain durations that never change are BPMN timers instead. */
public interface Clocks {

    /**
     * How a clock stands.
     *
     * @param due as it was when a stopped clock was stopped; null where the table sets no goal
     */
    record Standing(String step, State state, @Nullable Instant due) {}

    /** What a clock does. */
    enum State {
        RUNNING,
        /** Stands still while information is awaited. */
        STOPPED,
        /** Has run out. */
        DUE
    }

    /** When a step of this case is due, counted from an instant by the DMN table {@code clocks}; empty if the table sets no goal. */
    Optional<Instant> due(String step, String country, String urgency, Instant from);

    /** Starts a clock of the case for a step; when it runs out, message {@code clock-due} is published with the clock's id. */
    String start(CaseId caseId, String step, String country, String urgency);

    /** The clocks of a case that are not finished, oldest first. */
    List<Standing> of(CaseId caseId);

    /** The clock stands still while information is awaited; stopping twice is once. */
    void stop(String clockId);

    void resume(String clockId);

    void finish(String clockId);
}
