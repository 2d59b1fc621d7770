package org.konsil.clocks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the clocks. */
@Repository
class ClockRows {

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ClockRow row) {
        jdbc.sql("""
                        INSERT INTO clock (id, case_id, level, step, form, address, network, state, started_at, fixed_due, goal_at, due_at,
                               next_at, plan, planned_at, rule_row, rule_version)
                        VALUES (:id, :case, :level, :step, :form, :address, :network, :state, :started, :fixed, :goal, :due,
                               :next, 1, :started, :row, :version)
                        """)
                .param("id", row.id())
                .param("case", row.caseId().value())
                .param("level", row.level().name())
                .param("step", row.step())
                .param("form", row.form())
                .param("address", row.address())
                .param("network", row.network())
                .param("state", row.state())
                .param("started", time(row.startedAt()))
                .param("fixed", time(row.fixedDue()))
                .param("goal", time(row.goal()))
                .param("due", time(row.due()))
                .param("next", time(row.next()))
                .param("row", row.ruleRow())
                .param("version", row.ruleVersion())
                .update();
    }

    /** Dates, state and rule; grows the plan's number if it is another plan. */
    void change(ClockRow row) {
        jdbc.sql("""
                        UPDATE clock SET state = :state, goal_at = :goal, due_at = :due, next_at = :next, plan = :plan,
                               planned_at = :planned, rule_row = :row, rule_version = :version
                         WHERE id = :id
                        """)
                .param("state", row.state())
                .param("goal", time(row.goal()))
                .param("due", time(row.due()))
                .param("next", time(row.next()))
                .param("plan", row.plan())
                .param("planned", time(row.plannedAt()))
                .param("row", row.ruleRow())
                .param("version", row.ruleVersion())
                .param("id", row.id())
                .update();
    }

    void fix(String id, Instant due) {
        jdbc.sql("UPDATE clock SET fixed_due = :due WHERE id = :id")
                .param("due", time(due))
                .param("id", id)
                .update();
    }

    void end(String id, Instant now) {
        jdbc.sql("UPDATE clock SET state = 'FINISHED', ended_at = :now, next_at = NULL WHERE id = :id")
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    Optional<ClockRow> lock(String id) {
        return jdbc.sql("SELECT * FROM clock WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, index) -> ClockRow.read(row))
                .optional();
    }

    Optional<ClockRow> find(String id) {
        return jdbc.sql("SELECT * FROM clock WHERE id = :id")
                .param("id", id)
                .query((row, index) -> ClockRow.read(row))
                .optional();
    }

    /** Not finished, oldest first. */
    List<ClockRow> open(CaseId caseId) {
        return jdbc.sql("SELECT * FROM clock WHERE case_id = :case AND state <> 'FINISHED' ORDER BY started_at, id")
                .param("case", caseId.value())
                .query((row, index) -> ClockRow.read(row))
                .list();
    }

    List<ClockRow> openAt(String address) {
        return jdbc.sql("SELECT * FROM clock WHERE address = :address AND state <> 'FINISHED' ORDER BY started_at")
                .param("address", address)
                .query((row, index) -> ClockRow.read(row))
                .list();
    }

    /** Of each address the clock that was started first, with when people were told of it. */
    Map<String, Clocks.Awaited> awaited(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, List<Line>>();
        jdbc.sql("SELECT c.id, c.address, c.due_at, m.told_at FROM clock c"
                        + " LEFT JOIN clock_mark m ON m.clock_id = c.id AND m.told_at IS NOT NULL"
                        + " WHERE c.address IN (:addresses) AND c.state <> 'FINISHED'"
                        + " ORDER BY c.started_at, c.id, m.told_at")
                .param("addresses", addresses)
                .query((row, index) -> new Line(
                        row.getString("id"),
                        row.getString("address"),
                        ClockRow.instant(row, "due_at"),
                        ClockRow.instant(row, "told_at")))
                .list()
                .forEach(line -> found.computeIfAbsent(line.address(), any -> new ArrayList<>())
                        .add(line));
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> awaited(entry.getValue())));
    }

    private record Line(
            String clock,
            String address,
            @Nullable Instant due,
            @Nullable Instant told) {}

    private static Clocks.Awaited awaited(List<Line> lines) {
        var first = lines.getFirst();
        return new Clocks.Awaited(
                first.due(),
                lines.stream()
                        .filter(line -> line.clock().equals(first.clock()))
                        .flatMap(line -> Optional.ofNullable(line.told()).stream())
                        .toList());
    }

    /** Those for whom somebody is to be told now; other nodes do not get the same ones until the transaction ends. */
    List<ClockRow> reached(Instant now, int atMost) {
        return jdbc.sql(
                        "SELECT * FROM clock WHERE state IN ('RUNNING', 'DUE') AND next_at <= :now ORDER BY next_at LIMIT "
                                + atMost + " FOR UPDATE SKIP LOCKED")
                .param("now", time(now))
                .query((row, index) -> ClockRow.read(row))
                .list();
    }

    /** Whether somebody is still to be told of what is reached. */
    boolean isAnyReached(Instant now) {
        return jdbc.sql("SELECT count(*) FROM clock WHERE state IN ('RUNNING', 'DUE') AND next_at <= ?")
                        .param(time(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those that were planned by another version of the table. */
    List<ClockRow> plannedByOther(String version, int atMost) {
        return jdbc.sql("SELECT * FROM clock WHERE state IN ('RUNNING', 'STOPPED', 'DUE') AND rule_version <> :version"
                        + " ORDER BY id LIMIT " + atMost + " FOR UPDATE SKIP LOCKED")
                .param("version", version)
                .query((row, index) -> ClockRow.read(row))
                .list();
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
