package org.konsil.clocks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Clocks as rows. A stopped clock runs on later by as long as it stood still. */
@Service
class KeptClocks implements Clocks {

    private final JdbcClient jdbc;
    private final Goals goals;
    private final Audit audit;
    private final Clock clock;

    KeptClocks(JdbcClient jdbc, Goals goals, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.goals = goals;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> due(String step, String country, String urgency, Instant from) {
        return goals.of(step, country, urgency).map(goal -> goal.from(from));
    }

    @Override
    @Transactional
    public String start(CaseId caseId, String step, String country, String urgency) {
        var id = UUID.randomUUID().toString();
        var due = due(step, country, urgency, clock.instant()).orElse(null);
        jdbc.sql("""
                        INSERT INTO clock (id, case_id, step, state, started_at, due_at)
                        VALUES (:id, :case, :step, 'RUNNING', :now, :due)
                        """)
                .param("id", id)
                .param("case", caseId.value())
                .param("step", step)
                .param("now", time(clock.instant()))
                .param("due", time(due))
                .update();
        var entry = entry("clock-started", caseId, id, step);
        audit.record(due == null ? entry : entry.with("due", due));
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> of(CaseId caseId) {
        return jdbc
                .sql("SELECT * FROM clock WHERE case_id = :case AND state <> 'FINISHED' ORDER BY started_at")
                .param("case", caseId.value())
                .query((row, index) -> ClockRow.read(row))
                .list()
                .stream()
                .map(row -> new Standing(row.step(), State.valueOf(row.state()), row.due()))
                .toList();
    }

    @Override
    @Transactional
    public void stop(String clockId) {
        row(clockId).filter(it -> it.isIn("RUNNING")).ifPresent(row -> {
            jdbc.sql("UPDATE clock SET state = 'STOPPED', stopped_at = :now WHERE id = :id")
                    .param("now", time(clock.instant()))
                    .param("id", clockId)
                    .update();
            audit.record(entry("clock-stopped", row.caseId(), clockId, row.step()));
        });
    }

    @Override
    @Transactional
    public void resume(String clockId) {
        row(clockId).filter(it -> it.isIn("STOPPED")).ifPresent(row -> {
            var due = row.dueAfterStandstillUntil(clock.instant());
            jdbc.sql("UPDATE clock SET state = 'RUNNING', stopped_at = NULL, due_at = :due WHERE id = :id")
                    .param("due", time(due))
                    .param("id", clockId)
                    .update();
            var entry = entry("clock-resumed", row.caseId(), clockId, row.step());
            audit.record(due == null ? entry : entry.with("due", due));
        });
    }

    @Override
    @Transactional
    public void finish(String clockId) {
        row(clockId).filter(it -> !it.isIn("FINISHED")).ifPresent(row -> {
            jdbc.sql("UPDATE clock SET state = 'FINISHED', ended_at = :now WHERE id = :id")
                    .param("now", time(clock.instant()))
                    .param("id", clockId)
                    .update();
            audit.record(entry("clock-finished", row.caseId(), clockId, row.step()));
        });
    }

    private Optional<ClockRow> row(String clockId) {
        return jdbc.sql("SELECT * FROM clock WHERE id = :id FOR UPDATE")
                .param("id", clockId)
                .query((row, index) -> ClockRow.read(row))
                .optional();
    }

    private static Entry entry(String action, CaseId caseId, String clockId, String step) {
        return Entry.done(Actor.SYSTEM, action, caseId).on("clock:" + clockId).with("step", step);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
