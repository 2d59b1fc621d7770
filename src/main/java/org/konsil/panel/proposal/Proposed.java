package org.konsil.panel.proposal;

import java.util.List;
import org.konsil.directory.Expert;

/**
 * An expert in a proposal.
 *
 * @param track how the expert answered so far
 * @param reasons what speaks for and against at the moment in which the expert was picked, strongest first
 * @param chosen among those whom the proposal would invite
 */
public record Proposed(Expert expert, Track track, List<Reason> reasons, boolean chosen) {

    public Proposed {
        reasons = List.copyOf(reasons);
    }

    /** The sum of the reasons' points; only good for comparing. */
    public int points() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }
}
