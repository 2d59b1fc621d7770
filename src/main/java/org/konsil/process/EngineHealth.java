package org.konsil.process;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells the health endpoint whether the engine answers. Readiness does not ask: pages work while the engine is away. */
@Component("camundaHealthIndicator")
class EngineHealth implements HealthIndicator {

    private final EngineLink link;

    EngineHealth(EngineLink link) {
        this.link = link;
    }

    @Override
    public Health health() {
        var status = link.status();
        var health = link.isReady() ? Health.up() : Health.down().withDetail("why", String.valueOf(status.why()));
        return health.withDetail("since", status.since().toString()).build();
    }
}
