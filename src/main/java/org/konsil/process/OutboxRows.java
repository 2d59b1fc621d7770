package org.konsil.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of what the engine is to be told. A row is leased while it is on its way, so no lock is held meanwhile. */
@Repository
class OutboxRows {

    /** Longer than any attempt takes, and shorter than the engine remembers a message's id. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Letter letter) {
        jdbc.sql("""
                        INSERT INTO outbox (case_id, kind, name, correlation_key, task_key, variables, state, attempts, written_at, due_at)
                        VALUES (:case, :kind, :name, :correlation, :task, :variables, 'WAITING', 0, :now, :now)
                        """)
                .param("case", letter.caseId().value())
                .param("kind", letter.kind().name())
                .param("name", letter.name())
                .param("correlation", letter.correlationKey())
                .param("task", letter.taskKey())
                .param("variables", letter.variables())
                .param("now", now())
                .update();
    }

    /** Takes the first waiting row of each case that is due and on nobody's way. */
    @Transactional
    public List<Letter> take(int most) {
        var now = now();
        var letters = jdbc.sql("""
                        SELECT * FROM outbox o
                         WHERE o.state = 'WAITING' AND o.due_at <= :now AND (o.leased_until IS NULL OR o.leased_until < :now)
                           AND NOT EXISTS (SELECT 1 FROM outbox e
                                            WHERE e.state = 'WAITING' AND e.case_id = o.case_id AND e.id < o.id)
                         ORDER BY o.id LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now)
                .param("most", most)
                .query((row, index) -> letter(row))
                .list();
        if (!letters.isEmpty()) {
            jdbc.sql("UPDATE outbox SET attempts = attempts + 1, leased_until = :until WHERE id IN (:ids)")
                    .param("until", now.plus(LEASE))
                    .param("ids", letters.stream().map(Letter::id).toList())
                    .update();
        }
        return letters;
    }

    /** Takes back what is on its way; for a program that knows that nobody else sends. */
    @Transactional
    public void takeBack() {
        jdbc.sql("UPDATE outbox SET leased_until = NULL WHERE state = 'WAITING'")
                .update();
    }

    @Transactional
    public void end(long id, Letter.Fate fate) {
        jdbc.sql("UPDATE outbox SET state = :state, answered_at = :now, leased_until = NULL WHERE id = :id")
                .param("state", fate.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    @Transactional
    public void again(long id, Duration pause) {
        jdbc.sql("UPDATE outbox SET due_at = :due, leased_until = NULL WHERE id = :id")
                .param("due", now().plus(pause))
                .param("id", id)
                .update();
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    /** Forgets what was answered long ago; the history keeps what it meant. */
    @Transactional
    public int forget(Duration age) {
        return jdbc.sql("DELETE FROM outbox WHERE state <> 'WAITING' AND answered_at < :before")
                .param("before", now().minus(age))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("id"),
                new CaseId(row.getObject("case_id", UUID.class)),
                Letter.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("correlation_key"),
                row.getLong("task_key"),
                row.getString("variables"),
                row.getInt("attempts") + 1,
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
