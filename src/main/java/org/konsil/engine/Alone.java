package org.konsil.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.konsil.engine.backup.BackupPlan;
import org.konsil.engine.gateway.rest.Operating;

/** An engine without an application around it, as its operator sees it. */
record Alone(EmbeddedEngine engine, MeterRegistry registry, Path backups, AtomicBoolean underWay) implements Operating {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'engine-'yyyyMMdd'T'HHmmssSSS'Z.zip'").withZone(ZoneOffset.UTC);

    @Override
    public boolean healthy() {
        return engine.health().up();
    }

    @Override
    public Map<String, Object> condition() {
        return new EngineHealth(engine).health().getDetails();
    }

    @Override
    public String meters() {
        return registry instanceof PrometheusMeterRegistry prometheus ? prometheus.scrape() : "";
    }

    @Override
    public Optional<Map<String, Object>> backup() throws IOException {
        if (!underWay.compareAndSet(false, true)) return Optional.empty();
        try {
            var file = backups.resolve(NAME.format(engine.clock().now()));
            var taken = engine.backup(new BackupPlan(file, Map.of(), Map.of()));
            return Optional.of(new TreeMap<>(Map.of(
                    "name", file.getFileName().toString(),
                    "taken", taken.taken().toString(),
                    "bytes", taken.bytes(),
                    "sha256", taken.sha256(),
                    "heldMillis", taken.held().toMillis(),
                    "tookMillis", taken.whole().toMillis())));
        } finally {
            underWay.set(false);
        }
    }
}
