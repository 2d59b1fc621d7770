package org.konsil.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the outbox small: what was answered a month ago is of no use there; the history keeps what it meant. */
@Component
class OutboxUpkeep {

    private static final Duration KEPT = Duration.ofDays(30);

    private final OutboxRows rows;

    OutboxUpkeep(OutboxRows rows) {
        this.rows = rows;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        rows.forget(KEPT);
    }
}
