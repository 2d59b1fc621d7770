package org.konsil.clocks;

import org.konsil.kernel.Refusal;

/** Messages or jobs are still under way, so the clock stays where it is. */
final class NotQuiet extends Refusal {

    NotQuiet() {
        super(Kind.CONFLICT, "clock-not-quiet", "Messages or jobs are still under way");
    }
}
