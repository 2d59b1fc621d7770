package org.konsil.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's time plus an offset that only grows. */
public final class OffsetClock implements EngineClock, InstantSource {

    private final InstantSource system = InstantSource.system();
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    @Override
    public synchronized void offsetBy(Duration total) {
        if (total.compareTo(offset) < 0)
            throw new IllegalArgumentException(
                    "The engine's clock only moves forward: it is at an offset of %s, not before %s"
                            .formatted(offset, total));
        offset = total;
    }

    @Override
    public Duration offset() {
        return offset;
    }

    /** Only for an engine that has just forgotten everything. */
    public synchronized void reset() {
        offset = Duration.ZERO;
    }
}
