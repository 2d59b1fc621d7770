package org.konsil.boards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agendas in their table. Whoever changes one holds its session. */
@Repository
class SlotRows {

    private final JdbcClient jdbc;

    SlotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the running order. */
    List<Slot> of(UUID meeting) {
        return jdbc.sql("SELECT * FROM board_slot WHERE meeting_id = ? ORDER BY place")
                .param(meeting)
                .query(SlotRows::slot)
                .list();
    }

    Optional<Slot> find(UUID meeting, CaseId caseId) {
        return of(meeting).stream().filter(it -> it.caseId().equals(caseId)).findFirst();
    }

    void add(UUID meeting, CaseId caseId, int place, String by, Instant at) {
        jdbc.sql("INSERT INTO board_slot (meeting_id, case_id, place, state, added_by, added_at)"
                        + " VALUES (?, ?, ?, 'WAITING', ?, ?)")
                .params(meeting, caseId.value(), place, by, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID meeting, CaseId caseId) {
        jdbc.sql("DELETE FROM board_slot WHERE meeting_id = ? AND case_id = ?")
                .params(meeting, caseId.value())
                .update();
    }

    void place(UUID meeting, CaseId caseId, int place) {
        jdbc.sql("UPDATE board_slot SET place = ? WHERE meeting_id = ? AND case_id = ?")
                .params(place, meeting, caseId.value())
                .update();
    }

    /** One case is spoken about at a time. */
    void now(UUID meeting, CaseId caseId) {
        jdbc.sql("UPDATE board_slot SET state = 'WAITING' WHERE meeting_id = ? AND state = 'NOW'")
                .param(meeting)
                .update();
        jdbc.sql("UPDATE board_slot SET state = 'NOW' WHERE meeting_id = ? AND case_id = ? AND state = 'WAITING'")
                .params(meeting, caseId.value())
                .update();
    }

    void done(UUID meeting, CaseId caseId, UUID session) {
        jdbc.sql("UPDATE board_slot SET state = 'DONE', session_id = ? WHERE meeting_id = ? AND case_id = ?")
                .params(session, meeting, caseId.value())
                .update();
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getObject("meeting_id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("place"),
                Slot.State.valueOf(row.getString("state")),
                row.getObject("session_id", UUID.class));
    }
}
