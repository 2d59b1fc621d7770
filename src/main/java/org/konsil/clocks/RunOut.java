package org.konsil.clocks;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.process.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks once a second for clocks that have run out, and tells the process. Several nodes may look; each clock is told once. */
@Component
class RunOut {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    RunOut(JdbcClient jdbc, Outbox outbox, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    @Transactional
    public void look() {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var due = jdbc.sql("SELECT * FROM clock WHERE state = 'RUNNING' AND due_at <= :now ORDER BY due_at" + " LIMIT "
                        + AT_ONCE + " FOR UPDATE SKIP LOCKED")
                .param("now", now)
                .query((row, index) -> ClockRow.read(row))
                .list();
        for (var row : due) {
            jdbc.sql("UPDATE clock SET state = 'DUE', ended_at = :now WHERE id = :id")
                    .param("now", now)
                    .param("id", row.id())
                    .update();
            outbox.publish(row.caseId(), "clock-due", row.id(), Map.of());
            audit.record(Entry.done(Actor.SYSTEM, "clock-due", row.caseId())
                    .on("clock:" + row.id())
                    .with("step", row.step()));
        }
    }
}
