package org.konsil.engine.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Where Zeebe's hundreds of own meters go: nowhere. What is worth watching are our {@link Figures}. */
final class NoMeters {

    private NoMeters() {}

    static MeterRegistry registry() {
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(MeterFilter.deny());
        return registry;
    }
}
