package org.konsil.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Comparator;
import org.konsil.engine.backup.Sizes;
import org.konsil.home.Home;
import org.springframework.stereotype.Component;

/** What the program's data takes beside the engine's, which has meters of its own; and when the last backup was taken. */
@Component
class DiskMeters implements MeterBinder {

    private final Home home;
    private final DatabaseSize database;
    private final Backups backups;

    DiskMeters(Home home, DatabaseSize database, Backups backups) {
        this.home = home;
        this.database = database;
        this.backups = backups;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("konsil.disk", database, DatabaseSize::bytes)
                .tag("part", "database")
                .baseUnit("bytes")
                .description("What each part of the data takes")
                .register(registry);
        Gauge.builder("konsil.disk", home, it -> Sizes.of(it.files()))
                .tag("part", "files")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder(
                        "konsil.disk",
                        backups,
                        it -> it.all().stream().mapToLong(Kept::bytes).sum())
                .tag("part", "backups")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("konsil.backup.last", backups, DiskMeters::last)
                .baseUnit("seconds")
                .description("When the newest backup was taken, in seconds since 1970; 0 when there is none")
                .register(registry);
    }

    private static double last(Backups backups) {
        return backups.all().stream()
                .max(Comparator.comparing(Kept::taken))
                .map(one -> one.taken().getEpochSecond())
                .orElse(0L);
    }
}
