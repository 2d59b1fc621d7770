package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people filled in, sealed, one per task. */
@Component
class Submissions {

    private static final String OF_FORM = "SELECT * FROM submission WHERE case_id = ? AND form_id = ? ORDER BY id";

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Contents contents, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    /** @throws AlreadyAnswered if the task has its answers */
    void keep(CaseId caseId, long taskKey, String formId, JsonNode answers, Controller controller, Actor by) {
        try {
            jdbc.sql("""
                INSERT INTO submission (case_id, task_key, form_id, by_user, at, controller, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                    .param(1, caseId.value())
                    .param(2, taskKey)
                    .param(3, formId)
                    .param(4, by.userId())
                    .param(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param(6, controller.name())
                    .param(7, contents.seal(caseId, controller, place(taskKey), answers))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new AlreadyAnswered(taskKey);
        }
    }

    List<Submission> of(CaseId caseId, String formId) {
        return jdbc.sql(OF_FORM)
                .params(caseId.value(), formId)
                .query((row, number) -> submission(caseId, row))
                .list();
    }

    List<Submission> of(CaseId caseId, Controller controller) {
        return jdbc.sql("SELECT * FROM submission WHERE case_id = ? AND controller = ? ORDER BY id")
                .params(caseId.value(), controller.name())
                .query((row, number) -> submission(caseId, row))
                .list();
    }

    /** What recognises a repeated registration. */
    void forgetRegistration(CaseId caseId) {
        jdbc.sql("DELETE FROM registration_key WHERE case_id = ?")
                .param(caseId.value())
                .update();
    }

    Optional<Submission> latest(CaseId caseId, String formId) {
        return jdbc.sql(OF_FORM + " DESC FETCH FIRST ROW ONLY")
                .params(caseId.value(), formId)
                .query((row, number) -> submission(caseId, row))
                .optional();
    }

    private Submission submission(CaseId caseId, ResultSet row) throws SQLException {
        var controller = Controller.valueOf(row.getString("controller"));
        return new Submission(
                row.getLong("task_key"),
                row.getString("form_id"),
                Actor.of(row.getString("by_user")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                contents.open(caseId, controller, place(row.getLong("task_key")), row.getBytes("sealed")));
    }

    private static String place(long taskKey) {
        return "submission.sealed:" + taskKey;
    }
}
