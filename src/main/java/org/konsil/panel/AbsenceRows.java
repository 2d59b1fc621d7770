package org.konsil.panel;

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

/** The absences in their table. */
@Repository
class AbsenceRows {

    private final JdbcClient jdbc;

    AbsenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Absence absence, String by, Instant at) {
        jdbc.sql("INSERT INTO panel_absence (id, expert, from_day, until_day, deputy, recorded_by, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(absence.id())
                .param(absence.expert())
                .param(absence.from())
                .param(absence.until())
                .param(absence.deputy())
                .param(by)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM panel_absence WHERE id = ?").param(id).update();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql("SELECT * FROM panel_absence WHERE id = ?")
                .param(id)
                .query(AbsenceRows::absence)
                .optional();
    }

    /** Those of an expert that are not over on that day, by their beginning. */
    List<Absence> of(String expert, LocalDate day) {
        return jdbc.sql("SELECT * FROM panel_absence WHERE expert = ? AND until_day >= ? ORDER BY from_day, until_day")
                .params(expert, day)
                .query(AbsenceRows::absence)
                .list();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("expert"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("deputy"));
    }
}
