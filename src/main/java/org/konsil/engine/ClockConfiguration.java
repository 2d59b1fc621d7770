package org.konsil.engine;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the embedded engine to the application's clock; an engine alone keeps the system's time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "konsil.engine", havingValue = "embedded", matchIfMissing = true)
class ClockConfiguration {

    @Bean(destroyMethod = "close")
    ClockFollower engineClockOffset(EmbeddedEngine engine, ObjectProvider<Clock> clock) {
        InstantSource application = clock.getIfAvailable(Clock::systemUTC);
        return new ClockFollower(engine.clock(), application);
    }
}
