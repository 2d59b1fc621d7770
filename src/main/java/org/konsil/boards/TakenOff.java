package org.konsil.boards;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases that somebody took off an agenda: filling does not put them there again. To be called with the session held. */
@Repository
class TakenOff {

    private final JdbcClient jdbc;

    TakenOff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<CaseId> of(UUID meeting) {
        return jdbc
                .sql("SELECT case_id FROM board_taken_off WHERE meeting_id = ?")
                .param(meeting)
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .collect(Collectors.toSet());
    }

    void note(UUID meeting, CaseId caseId) {
        forget(meeting, caseId);
        jdbc.sql("INSERT INTO board_taken_off (meeting_id, case_id) VALUES (?, ?)")
                .params(meeting, caseId.value())
                .update();
    }

    void forget(UUID meeting, CaseId caseId) {
        jdbc.sql("DELETE FROM board_taken_off WHERE meeting_id = ? AND case_id = ?")
                .params(meeting, caseId.value())
                .update();
    }
}
