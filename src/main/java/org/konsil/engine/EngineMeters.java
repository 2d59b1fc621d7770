package org.konsil.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The engine's figures for whoever watches it. */
record EngineMeters(EmbeddedEngine engine) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("konsil.engine.log.position", engine, one -> one.figures().committed())
                .description("Position of the last record on disk")
                .register(registry);
        Gauge.builder("konsil.engine.log.segments", engine, one -> one.figures().segments())
                .description("Log segments kept until snapshot and store no longer need them")
                .register(registry);
        FunctionCounter.builder(
                        "konsil.engine.log.syncs", engine, one -> one.figures().syncs())
                .description("How often the disk was waited for; many commands share one")
                .register(registry);
        Gauge.builder(
                        "konsil.engine.commands.pending",
                        engine,
                        one -> one.figures().pending())
                .description("Commands that wait for their answer")
                .register(registry);
        FunctionCounter.builder(
                        "konsil.engine.commands.refused",
                        engine,
                        one -> one.figures().refused())
                .description("Commands refused because too much was under way")
                .register(registry);
        Gauge.builder("konsil.engine.store.lag", engine, EmbeddedEngine::storeLag)
                .description("Records on disk that searches do not show yet")
                .register(registry);
    }
}
