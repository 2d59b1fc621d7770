package org.konsil.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away when, in their table. */
@Repository
class AwayRows {

    private final JdbcClient jdbc;

    AwayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Away away, String by, Instant at) {
        jdbc.sql("INSERT INTO work_away (id, user_id, from_day, until_day, deputy, recorded_by, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        away.id(),
                        away.userId(),
                        away.from(),
                        away.until(),
                        away.deputy(),
                        by,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM work_away WHERE id = ?").param(id).update();
    }

    Optional<Away> find(UUID id) {
        return jdbc.sql("SELECT * FROM work_away WHERE id = ?")
                .param(id)
                .query(AwayRows::away)
                .optional();
    }

    /** Those of a person that are not over on that day, by their beginning. */
    List<Away> of(String userId, LocalDate day) {
        return jdbc.sql("SELECT * FROM work_away WHERE user_id = ? AND until_day >= ? ORDER BY from_day, id")
                .params(userId, day)
                .query(AwayRows::away)
                .list();
    }

    /** Who is away on that day with this deputy. */
    List<String> awayWith(String deputy, LocalDate day) {
        return jdbc.sql("SELECT DISTINCT user_id FROM work_away WHERE deputy = ? AND from_day <= ? AND until_day >= ?")
                .params(deputy, day, day)
                .query(String.class)
                .list();
    }

    private static Away away(ResultSet row, int number) throws SQLException {
        return new Away(
                row.getObject("id", UUID.class),
                row.getString("user_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("deputy"));
    }
}
