package org.konsil.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What clocks have reached, and who was told. */
@Repository
class ClockMarks {

    /** A mark that was reached, as it stands in its table. */
    record Row(String id, String clockId, int plan, Told.Who who, int percent, boolean told) {}

    private final JdbcClient jdbc;

    ClockMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The marks of this plan that are reached: kind and place. */
    Set<String> reached(ClockRow clock) {
        return jdbc
                .sql("SELECT kind, position FROM clock_mark WHERE clock_id = ? AND plan = ?")
                .params(clock.id(), clock.plan())
                .query((row, index) -> key(Mark.Kind.valueOf(row.getString("kind")), row.getInt("position")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    static String key(Mark.Kind kind, int position) {
        return kind + " " + position;
    }

    String reach(ClockRow clock, Mark mark) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("INSERT INTO clock_mark (id, clock_id, plan, kind, position, who, percent, reached_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        clock.id(),
                        clock.plan(),
                        mark.kind().name(),
                        mark.position(),
                        mark.who().code(),
                        mark.kind() == Mark.Kind.RUNG ? 0 : mark.percent(),
                        ClockRows.time(mark.at()))
                .update();
        return id;
    }

    Optional<Row> find(String id) {
        return jdbc.sql("SELECT * FROM clock_mark WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, index) -> new Row(
                        row.getString("id"),
                        row.getString("clock_id"),
                        row.getInt("plan"),
                        who(row.getString("who")),
                        row.getInt("percent"),
                        ClockRow.instant(row, "told_at") != null))
                .optional();
    }

    void told(String id, List<String> to, Instant now) {
        jdbc.sql("UPDATE clock_mark SET told_at = ? WHERE id = ?")
                .params(ClockRows.time(now), id)
                .update();
        for (var holder : Set.copyOf(to)) {
            jdbc.sql("INSERT INTO clock_told (mark_id, holder) VALUES (?, ?)")
                    .params(id, holder)
                    .update();
        }
    }

    /** In the order in which it happened. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true) // all over one connection
    List<Told> told(String clockId) {
        return jdbc.sql("SELECT id, who, percent, told_at FROM clock_mark WHERE clock_id = ? AND told_at IS NOT NULL"
                        + " ORDER BY told_at, reached_at, position")
                .param(clockId)
                .query((row, index) -> new Told(
                        who(row.getString("who")),
                        row.getInt("percent"),
                        Objects.requireNonNull(ClockRow.instant(row, "told_at")),
                        holders(row.getString("id"))))
                .list();
    }

    private List<String> holders(String markId) {
        return jdbc.sql("SELECT holder FROM clock_told WHERE mark_id = ? ORDER BY holder")
                .param(markId)
                .query(String.class)
                .list();
    }

    private static Told.Who who(String code) {
        return Told.Who.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
