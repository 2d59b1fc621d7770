package org.konsil.operations;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.konsil.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Takes backups without being asked for, where konsil.backups.every says how often; keeps the newest of these. */
@Component
class BackupSchedule implements SchedulingConfigurer {

    static final String ASKED_FOR = "konsil-";
    static final String SCHEDULED = "scheduled-";

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Backups backups;
    private final BackupSettings settings;
    private final Clock clock;

    BackupSchedule(Backups backups, BackupSettings settings, Clock clock) {
        this.backups = backups;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        var every = settings.every();
        if (every != null) registrar.addFixedDelayTask(new FixedDelayTask(this::run, every, untilTheNext(every)));
    }

    /** Restarts do not make them more frequent, nor rarer. */
    private Duration untilTheNext(Duration every) {
        var left = backups.all().stream()
                .filter(one -> one.name().startsWith(SCHEDULED))
                .findFirst()
                .map(last -> every.minus(Duration.between(last.taken(), clock.instant())))
                .orElse(SOON);
        return left.compareTo(SOON) < 0 ? SOON : left.compareTo(every) > 0 ? every : left;
    }

    void run() {
        try {
            backups.take(Actor.SYSTEM, SCHEDULED);
            backups.keepOnly(settings.keep(), SCHEDULED);
        } catch (BackupRefused another) {
            LOG.info("No scheduled backup: {}", another.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("The scheduled backup failed; the next one is tried in {}", settings.every(), e);
        }
    }
}
