package org.konsil.boards;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who can come when, in its table. */
@Repository
class AnswerRows {

    /** What somebody said of one moment. */
    record Answer(String user, Instant moment, Can can) {}

    /** Whether somebody can come. */
    enum Can {
        YES,
        MAYBE,
        NO
    }

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Answer> of(UUID meeting) {
        return jdbc.sql("SELECT * FROM board_answer WHERE meeting_id = ? ORDER BY user_id, starts_at")
                .param(meeting)
                .query((row, number) -> new Answer(
                        row.getString("user_id"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        Can.valueOf(row.getString("answer"))))
                .list();
    }

    /** The newest answer counts. To be called with the session held. */
    void say(UUID meeting, Answer answer, Instant at) {
        var moment = answer.moment().atOffset(ZoneOffset.UTC);
        jdbc.sql("DELETE FROM board_answer WHERE meeting_id = ? AND starts_at = ? AND user_id = ?")
                .params(meeting, moment, answer.user())
                .update();
        jdbc.sql(
                        "INSERT INTO board_answer (meeting_id, starts_at, user_id, answer, answered_at) VALUES (?, ?, ?, ?, ?)")
                .params(meeting, moment, answer.user(), answer.can().name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
