package org.konsil.indicators;

import java.util.Optional;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was counted of cases just before their content was erased. */
@Repository
class KeptFacts {

    private final JdbcClient jdbc;

    KeptFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Boolean> of(CaseId caseId, String fact) {
        return jdbc.sql("SELECT holds FROM indicator_fact WHERE case_id = ? AND fact = ?")
                .params(caseId.value(), fact)
                .query(Boolean.class)
                .optional();
    }

    /** Kept for itself, so that it is there even if what follows fails after the key is gone. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(CaseId caseId, String fact, boolean holds) {
        var changed = jdbc.sql("UPDATE indicator_fact SET holds = ? WHERE case_id = ? AND fact = ?")
                .params(holds, caseId.value(), fact)
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO indicator_fact (case_id, fact, holds) VALUES (?, ?, ?)")
                    .params(caseId.value(), fact, holds)
                    .update();
        }
    }
}
