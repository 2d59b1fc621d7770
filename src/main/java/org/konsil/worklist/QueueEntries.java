package org.konsil.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.konsil.casefile.CaseRounds;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the entries of the lists those of the open work, its candidates and the grants: each verb throws away what there was and derives it
 * anew, in the transaction that changed the work.
 */
@Repository
class QueueEntries {

    static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    /** Behind everything that runs, and behind what has no date. */
    private static final Instant STANDING_STILL = Instant.parse("9999-02-01T00:00:00Z");

    /** Grants {@code f} whose holders may know who is asked for what: they read the case's history or its panel. */
    static final String FOLLOWING = "(f.granted_as IN ('HOME', 'NETWORK', 'CO_NETWORK', 'LEAD', 'PANEL')"
            + " OR (f.granted_as = 'DOMESTIC' AND f.holder LIKE 'sponsor:%'))";

    private static final String STAGE_ORDER = Arrays.stream(Stage.values())
            .map(stage -> "WHEN '" + stage.name() + "' THEN " + stage.ordinal())
            .collect(Collectors.joining(" ", "CASE i.stage ", " ELSE 99 END"));

    /** Of the work with these keys. */
    private static final String DERIVE = """
            INSERT INTO queue_entry (holder, task_key, offered, followed, case_id, element_id, name, stage, stage_order, network, country,
                   urgency, priority, assignee, reserved, stopped, due_order, goal_order, clock_order, created_at)
            SELECT h.holder, i.task_key, h.offered = 1, h.followed = 1, i.case_id, i.element_id, i.name, i.stage, %s, i.network,
                   i.country, i.urgency, COALESCE(i.own_priority, i.priority), COALESCE(i.assignee, ''), i.reserved, i.stopped, i.due_order, COALESCE(i.goal, :far),
                   CASE WHEN i.stopped THEN :still ELSE i.due_order END, i.created_at
              FROM work_item i JOIN (
                   SELECT x.task_key, x.holder, MAX(x.offered) AS offered, MAX(x.followed) AS followed FROM (
                       SELECT c.task_key, c.candidate AS holder, 1 AS offered, 0 AS followed
                         FROM work_item_group c JOIN work_item o ON o.task_key = c.task_key
                        WHERE o.task_key IN (:tasks) AND o.reserved = FALSE AND o.state = 'OPEN'
                        UNION ALL
                       SELECT a.task_key, a.assignee, 0, 0 FROM work_item a WHERE a.task_key IN (:tasks) AND a.assignee IS NOT NULL AND a.state = 'OPEN'
                        UNION ALL
                       SELECT w.task_key, f.holder, 0, 1 FROM work_item w JOIN case_grant f ON f.case_id = w.case_id
                        WHERE w.task_key IN (:tasks) AND w.state = 'OPEN' AND (f.ends_at IS NULL OR f.ends_at > :now) AND %s
                       ) x GROUP BY x.task_key, x.holder
                   ) h ON h.task_key = i.task_key
             WHERE i.task_key IN (:tasks) AND i.state = 'OPEN'
            """.formatted(STAGE_ORDER, FOLLOWING);

    private final JdbcClient jdbc;
    private final CaseRounds rounds;
    private final Clock clock;

    QueueEntries(JdbcClient jdbc, CaseRounds rounds, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Those of one piece of work; none when it is not open. Its row is the caller's: locked, or just changed. */
    void derive(long taskKey) {
        deriveEach(List.of(taskKey));
    }

    /**
     * Those of all open work of a case. The case is held first, then its work by its keys: two who change work and grants of a case wait
     * for each other and never in a ring, as long as whoever changes one piece of work and then grants holds the case before it.
     */
    void derive(CaseId caseId) {
        rounds.hold(caseId);
        keys(
                        "SELECT task_key FROM work_item WHERE case_id = :case AND state = 'OPEN' ORDER BY task_key FOR UPDATE",
                        caseId)
                .forEach(this::derive);
    }

    /** Open work that has none at all: from before there were entries. */
    List<Long> missing() {
        return jdbc.sql(
                        "SELECT m.task_key FROM work_item m WHERE m.state = 'OPEN'"
                                + " AND NOT EXISTS (SELECT 1 FROM queue_entry e WHERE e.task_key = m.task_key) ORDER BY m.task_key")
                .query(Long.class)
                .list();
    }

    /** Those of this work, whichever of it is open still. Its rows are held in the order of their keys. */
    void derive(List<Long> taskKeys) {
        var held = jdbc.sql("SELECT task_key FROM work_item WHERE task_key IN (:tasks) ORDER BY task_key FOR UPDATE")
                .param("tasks", taskKeys)
                .query(Long.class)
                .list();
        if (!held.isEmpty()) {
            deriveEach(held);
        }
    }

    private void deriveEach(List<Long> taskKeys) {
        jdbc.sql("DELETE FROM queue_entry WHERE task_key IN (:tasks)")
                .param("tasks", taskKeys)
                .update();
        jdbc.sql(DERIVE)
                .param("tasks", taskKeys)
                .param("now", utc(clock.instant()))
                .param("far", utc(FAR_AWAY))
                .param("still", utc(STANDING_STILL))
                .update();
    }

    private List<Long> keys(String sql, CaseId caseId) {
        return jdbc.sql(sql).param("case", caseId.value()).query(Long.class).list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
