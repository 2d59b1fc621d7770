package org.konsil.engine;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether the engine works, in a sentence why not, and the figures that an operator looks at first. */
record EngineHealth(EmbeddedEngine engine) implements HealthIndicator {

    @Override
    public Health health() {
        var condition = engine.health();
        var figures = engine.figures();
        var told = condition.up() ? Health.up() : Health.down().withDetail("reason", condition.reason());
        return told.withDetail("logPosition", figures.committed())
                .withDetail("searchesLag", engine.storeLag())
                .withDetail("commandsUnderWay", figures.pending())
                .withDetail("disk", engine.disk().parts())
                .withDetail("diskFree", engine.disk().free())
                .build();
    }
}
