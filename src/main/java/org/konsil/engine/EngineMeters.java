package org.konsil.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The engine's figures that Zeebe's own parts do not count here: under Zeebe's names where it has them, else under ours. */
record EngineMeters(EmbeddedEngine engine) implements MeterBinder {

    private static final String PARTITION = "partition";
    private static final String ONLY = "1";

    @Override
    public void bindTo(MeterRegistry registry) {
        zeebe(registry, "zeebe.health", "1 while the engine works, 0 while it does not", EmbeddedEngine::healthy);
        zeebe(
                registry,
                "zeebe.snapshot.count",
                "Saved states that are kept",
                one -> one.disk().snapshots());
        zeebe(
                registry,
                "zeebe.snapshot.size.bytes",
                "Bytes of all saved states",
                one -> one.disk().of(DiskUse.SNAPSHOTS));
        Gauge.builder("zeebe.exporter.last.exported.position", engine, EmbeddedEngine::storePosition)
                .tag(PARTITION, ONLY)
                .tag("exporter", "searches")
                .description("Position of the last record that searches show")
                .register(registry);
        ours(registry);
    }

    private void zeebe(
            MeterRegistry registry, String name, String description, ToDoubleFunction<EmbeddedEngine> value) {
        Gauge.builder(name, engine, value)
                .tag(PARTITION, ONLY)
                .description(description)
                .register(registry);
    }

    private void ours(MeterRegistry registry) {
        Gauge.builder("konsil.engine.log.segments", engine, one -> one.figures().segments())
                .description("Log segments kept until snapshots and searches no longer need them")
                .register(registry);
        FunctionCounter.builder(
                        "konsil.engine.log.syncs", engine, one -> one.figures().syncs())
                .description("How often the disk was waited for; many commands share one")
                .register(registry);
        Gauge.builder("konsil.engine.store.lag", engine, EmbeddedEngine::storeLag)
                .description("Records on disk that searches do not show yet")
                .register(registry);
        for (var part : List.of(DiskUse.LOG, DiskUse.SNAPSHOTS, DiskUse.RUNTIME, DiskUse.SEARCHES))
            Gauge.builder("konsil.engine.disk", engine, one -> one.disk().of(part))
                    .tag("part", part)
                    .baseUnit("bytes")
                    .description("What each part of the engine's folder takes")
                    .register(registry);
        Gauge.builder("konsil.engine.disk.free", engine, one -> one.disk().free())
                .baseUnit("bytes")
                .description("What the engine's disk can still take")
                .register(registry);
    }
}
