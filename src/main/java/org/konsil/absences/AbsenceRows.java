package org.konsil.absences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of absences. */
@Repository
class AbsenceRows {

    private final JdbcClient jdbc;

    AbsenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Absence absence, Instant at) {
        jdbc.sql("INSERT INTO absence (id, user_id, from_day, until_day, deputy, recorded_by, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(absence.id())
                .param(absence.person())
                .param(absence.from())
                .param(absence.until())
                .param(absence.deputy())
                .param(absence.recordedBy())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Holds the person's account until the transaction ends, so that the same absence is recorded once. */
    void hold(String person) {
        jdbc.sql("SELECT user_id FROM account WHERE user_id = ? FOR UPDATE")
                .param(person)
                .query(String.class)
                .optional();
    }

    /** The same person, days and deputy. */
    Optional<Absence> same(Absence said) {
        return of(List.of(said.person()), said.until()).stream()
                .filter(one -> one.from().equals(said.from()) && one.until().equals(said.until()))
                .filter(one -> Objects.equals(one.deputy(), said.deputy()))
                .findFirst();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM absence WHERE id = ?").param(id).update();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql("SELECT * FROM absence WHERE id = ?")
                .param(id)
                .query(AbsenceRows::absence)
                .optional();
    }

    /** Those of these people that are not over on that day, by their beginning. */
    List<Absence> of(Collection<String> people, LocalDate day) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM absence WHERE user_id IN (:people) AND until_day >= :day"
                                + " ORDER BY from_day, until_day, id")
                        .param("people", people)
                        .param("day", day)
                        .query(AbsenceRows::absence)
                        .list();
    }

    /** Who is away on that day with this deputy. */
    List<String> awayWith(String deputy, LocalDate day) {
        return jdbc.sql("SELECT DISTINCT user_id FROM absence WHERE deputy = ? AND from_day <= ? AND until_day >= ?")
                .params(deputy, day, day)
                .query(String.class)
                .list();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("user_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("deputy"),
                row.getString("recorded_by"));
    }
}
