package org.konsil.time;

import java.time.Duration;

/** How far the service's clock is ahead of the world's. In production always zero; a demonstration and tests move it forward. */
public interface TimeShift {

    Duration offset();

    /**
     * Moves the clock forward by whole seconds; it ticks on from there, also after a restart.
     *
     * @throws ClockFixed if this installation does not allow it, or if it would not move forward by a second at least
     *     and twenty years at most
     */
    void advance(Duration by);
}
