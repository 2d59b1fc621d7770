package org.konsil.panel.proposal;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of an expert's answers so far.
 *
 * @param open invitations and opinions that wait for the expert, on any panel
 * @param asked invitations that were answered or ran out
 * @param answered those of them that the expert answered
 * @param accepted those of them that were accepted
 * @param median half of the answers came sooner; empty where there was none
 */
public record Track(int open, int asked, int answered, int accepted, Optional<Duration> median) {

    /** Nothing is known. */
    public static final Track NONE = new Track(0, 0, 0, 0, Optional.empty());

    private static final int ENOUGH = 3;

    /** In whole days, at least one. */
    public static long days(Duration median) {
        return Math.max(1, median.plusHours(12).toDays());
    }

    /** Enough was asked to tell a habit from chance. */
    boolean tellsSomething() {
        return asked >= ENOUGH;
    }

    double share() {
        return (double) accepted / asked;
    }
}
