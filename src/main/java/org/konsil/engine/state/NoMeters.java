package org.konsil.engine.state;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Where meters go that nobody asked for: nowhere. */
public final class NoMeters {

    private NoMeters() {}

    /** A registry that keeps nothing. */
    public static MeterRegistry registry() {
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(MeterFilter.deny());
        return registry;
    }
}
