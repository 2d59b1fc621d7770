package org.konsil.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.konsil.engine.clock.EngineClock;

/**
 * Keeps the engine's time with that of the application around it, which a demonstration moves forward: looks every 100 ms, and
 * follows by whole seconds, never backwards. Answers how far the engine is ahead of the system.
 */
final class ClockFollower implements Supplier<Duration>, AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final EngineClock engine;
    private final InstantSource application;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("engine-clock").factory());

    ClockFollower(EngineClock engine, InstantSource application) {
        this.engine = engine;
        this.application = application;
        follow();
        looks.scheduleWithFixedDelay(this::follow, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void follow() {
        var ahead = Duration.between(Instant.now(), application.instant()).plus(HALF_A_SECOND);
        var whole = Duration.ofSeconds(ahead.toSeconds());
        if (whole.compareTo(engine.offset()) > 0) {
            engine.offsetBy(whole);
        }
    }

    @Override
    public Duration get() {
        return engine.offset();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
