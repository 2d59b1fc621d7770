package org.konsil.panel.proposal;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of an expert's answers so far.
 *
 * @param open invitations and opinions that wait for the expert, on any panel
 * @param asked invitations that were answered or ran out
 * @param accepted those of them that were accepted
 * @param median half of the answers came sooner; empty where there was none
 */
public record Track(int open, int asked, int accepted, Optional<Duration> median) {

    /** Nothing is known. */
    public static final Track NONE = new Track(0, 0, 0, Optional.empty());

    private static final int ENOUGH = 3;

    /** Enough was asked to tell a habit from chance. */
    boolean tellsSomething() {
        return asked >= ENOUGH;
    }

    double share() {
        return (double) accepted / asked;
    }
}
