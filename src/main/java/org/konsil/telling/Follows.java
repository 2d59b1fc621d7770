package org.konsil.telling;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.konsil.access.Access;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows which case, to be told when it moves. It gives no right: who loses the case hears no more of it. */
@Component("follows")
class Follows {

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    Follows(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** Whether the present reader follows the case; for the case's page. */
    public boolean follows(String caseId) {
        return jdbc.sql("SELECT count(*) FROM case_follower WHERE case_id = ? AND person = ?")
                        .params(CaseId.of(caseId).value(), access.current().userId())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<String> of(CaseId caseId) {
        return jdbc.sql("SELECT person FROM case_follower WHERE case_id = ? ORDER BY person")
                .param(caseId.value())
                .query(String.class)
                .list();
    }

    /** Following twice is once. */
    @Transactional
    public void follow(CaseId caseId, String person) {
        // the same click twice: one after the other
        jdbc.sql("SELECT id FROM case_file WHERE id = ? FOR UPDATE")
                .param(caseId.value())
                .query()
                .listOfRows();
        jdbc.sql("""
            INSERT INTO case_follower (case_id, person, since)
            SELECT f.id, a.user_id, CAST(:now AS timestamp(6) with time zone) FROM case_file f, account a
            WHERE f.id = :case AND a.user_id = :person
              AND NOT EXISTS (SELECT 1 FROM case_follower o WHERE o.case_id = :case AND o.person = :person)
            """)
                .param("case", caseId.value())
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void unfollow(CaseId caseId, String person) {
        jdbc.sql("DELETE FROM case_follower WHERE case_id = ? AND person = ?")
                .params(caseId.value(), person)
                .update();
    }
}
