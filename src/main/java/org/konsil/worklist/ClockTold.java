package org.konsil.worklist;

import java.util.List;
import org.konsil.kernel.CaseId;

/**
 * People are told that the time for a piece of work is running out, or over.
 *
 * @param step what the clock is of; with the clock's id it tells one reminder from another
 * @param to user ids and groups
 * @param alone those of them who are told of a task that is theirs alone: nobody stands in
 * @param late the deadline is over; else a share of the time is used up
 */
public record ClockTold(CaseId caseId, String clockId, String step, List<String> to, List<String> alone, boolean late) {

    public ClockTold {
        to = List.copyOf(to);
        alone = List.copyOf(alone);
    }
}
