package org.konsil.overview;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts work of the network BOND into the house, which its coordinator follows. */
@TestComponent
class SomeWork {

    private static final AtomicLong KEYS = new AtomicLong(7_700_000);

    private final JdbcClient jdbc;
    private final Clock clock;

    SomeWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param due from now on; {@code closed} how long ago it was done */
    void put(
            String stage,
            String country,
            @Nullable String assignee,
            Duration age,
            @Nullable Duration due,
            boolean stopped,
            @Nullable Duration closed) {
        var caseId = UUID.randomUUID();
        put(caseId, stage, country, assignee, age, due, stopped, closed);
        jdbc.sql(
                        "INSERT INTO case_grant (case_id, holder, granted_as, granted_at) VALUES (?, 'coordinator:bond', 'NETWORK', ?)")
                .params(caseId, OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .update();
    }

    /** Of a case into which the network was not let. */
    void put(
            UUID caseId,
            String stage,
            String country,
            @Nullable String assignee,
            Duration age,
            @Nullable Duration due,
            boolean stopped,
            @Nullable Duration closed) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var key = KEYS.incrementAndGet();
        var dueOrder = due == null ? OffsetDateTime.parse("9999-01-01T00:00:00Z") : now.plus(due);
        jdbc.sql("""
            INSERT INTO work_item (task_key, case_id, process_instance_key, process_id, element_id, form_id, name, stage, network,
                   country, urgency, assignee, reserved, priority, due, due_order, stopped, state, version, created_at, closed_at)
            VALUES (:key, :case, 1, 'referral', 'triage', 'triage', 'Triage', :stage, 'bond', :country, 'routine', :assignee, FALSE,
                   50, :due, :order, :stopped, :state, 1, :created, :closed)
            """)
                .param("key", key)
                .param("case", caseId)
                .param("stage", stage)
                .param("country", country)
                .param("assignee", assignee, Types.VARCHAR)
                .param("due", due == null ? null : dueOrder, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("order", dueOrder)
                .param("stopped", stopped)
                .param("state", closed == null ? "OPEN" : "DONE")
                .param("created", now.minus(age))
                .param("closed", closed == null ? null : now.minus(closed), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (closed == null) {
            jdbc.sql("""
                INSERT INTO queue_entry (holder, task_key, offered, followed, case_id, element_id, name, stage, stage_order, network, country,
                       urgency, priority, assignee, reserved, stopped, due_order, goal_order, clock_order, created_at)
                SELECT 'coordinator:bond', i.task_key, FALSE, TRUE, i.case_id, i.element_id, i.name, i.stage, 0, i.network, i.country,
                       i.urgency, 50, COALESCE(i.assignee, ''), FALSE, i.stopped, i.due_order, i.due_order, i.due_order, i.created_at
                  FROM work_item i WHERE i.task_key = ?
                """).param(key).update();
        }
    }

    void clear() {
        jdbc.sql("DELETE FROM work_item WHERE network = 'bond'").update();
    }
}
