package org.konsil.engine.core;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, on a thread of its own. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final ScheduledExecutorService timer;

    Rounds(String name) {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
    }

    void every(Duration interval, Runnable deed) {
        long millis = interval.toMillis();
        timer.scheduleWithFixedDelay(() -> attempt(deed), millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdown();
    }

    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.warn("The engine could not look after itself; it tries again", e);
        }
    }
}
