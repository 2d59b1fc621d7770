package org.konsil.time;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the offset in the database, so that a restart does not turn the clock back. */
@Component
class StoredShift implements TimeShift {

    /** A follow-up never lasts so long; what lies beyond is a slip of the keyboard that nothing could take back. */
    private static final Duration FARTHEST = Duration.ofDays(20 * 366L);

    private final JdbcClient jdbc;
    private final boolean adjustable;
    private volatile Duration offset;

    StoredShift(JdbcClient jdbc, @Value("${konsil.time.adjustable:false}") boolean adjustable) {
        this.jdbc = jdbc;
        this.adjustable = adjustable;
        this.offset = adjustable ? stored() : Duration.ZERO;
    }

    @Override
    public Duration offset() {
        return offset;
    }

    @Override
    @Transactional
    public synchronized void advance(Duration by) {
        if (!adjustable) {
            throw ClockFixed.here();
        }
        if (by.toSeconds() <= 0) {
            throw ClockFixed.backwards();
        }
        if (by.compareTo(FARTHEST) > 0) {
            throw ClockFixed.tooFar();
        }
        jdbc.sql("UPDATE time_shift SET seconds = seconds + ?")
                .param(by.toSeconds())
                .update();
        offset = stored();
    }

    private Duration stored() {
        return Duration.ofSeconds(
                jdbc.sql("SELECT seconds FROM time_shift").query(Long.class).single());
    }
}
