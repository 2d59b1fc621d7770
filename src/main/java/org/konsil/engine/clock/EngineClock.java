package org.konsil.engine.clock;

import java.time.Duration;
import java.time.Instant;

/** The engine's time: the system's plus an offset that only grows, so that it always ticks. */
public interface EngineClock {

    Instant now();

    /** Sets the whole offset from the system's time; a smaller one than before is refused with IllegalArgumentException. */
    void offsetBy(Duration total);

    Duration offset();
}
