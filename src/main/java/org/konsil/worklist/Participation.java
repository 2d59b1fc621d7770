package org.konsil.worklist;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose case is whose: who has had work of it in hand, while it lasts. */
@Repository
class Participation {

    private final JdbcClient jdbc;

    Participation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever has had work of a case in hand has a part in it from then on, while it is under way. */
    void take(String userId, long taskKey) {
        jdbc.sql("""
                        INSERT INTO case_part (user_id, case_id)
                        SELECT CAST(:user AS varchar(100)), i.case_id FROM work_item i WHERE i.task_key = :task
                           AND NOT EXISTS (SELECT 1 FROM case_file f WHERE f.id = i.case_id AND f.closed_at IS NOT NULL)
                           AND NOT EXISTS (SELECT 1 FROM case_part p WHERE p.user_id = :user AND p.case_id = i.case_id)
                        """).param("user", userId).param("task", taskKey).update();
    }

    /** A case that is over is nobody's any more, so that what was long ago makes no list slow. */
    void end(CaseId caseId) {
        jdbc.sql("DELETE FROM case_part WHERE case_id = :case")
                .param("case", caseId.value())
                .update();
    }

    /** A case that is taken up again is theirs again who had work of it in hand. */
    void takeAgain(CaseId caseId) {
        jdbc.sql("""
                        INSERT INTO case_part (user_id, case_id)
                        SELECT DISTINCT h.person, h.case_id
                          FROM (SELECT closed_by AS person, case_id FROM work_item WHERE case_id = :case
                                UNION SELECT assignee, case_id FROM work_item WHERE case_id = :case) h
                         WHERE h.person IS NOT NULL
                           AND NOT EXISTS (SELECT 1 FROM case_part p WHERE p.case_id = h.case_id AND p.user_id = h.person)
                        """).param("case", caseId.value()).update();
    }

    /** Those of these cases in which the person has a part. */
    Set<CaseId> of(String userId, Collection<CaseId> cases) {
        return cases.isEmpty()
                ? Set.of()
                : jdbc.sql("SELECT case_id FROM case_part WHERE user_id = :user AND case_id IN (:cases)")
                        .param("user", userId)
                        .param("cases", cases.stream().map(CaseId::value).toList())
                        .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                        .set();
    }
}
