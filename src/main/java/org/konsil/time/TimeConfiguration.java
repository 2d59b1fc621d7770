package org.konsil.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** The one clock of the service, in UTC. */
    @Bean
    Clock clock(TimeShift shift) {
        return new ShiftedClock(Clock.systemUTC(), shift::offset);
    }
}
