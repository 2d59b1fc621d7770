package org.konsil.panel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In whom a conflict of interest was found after they took part: an expert by the invitation, a lead by a row of its own. */
@Repository
class FoundConflicts {

    private final JdbcClient jdbc;

    FoundConflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** To be called with the panel held, so that the same is found once. */
    void inLead(Panel panel, Instant at) {
        jdbc.sql("INSERT INTO panel_lead_conflict (case_id, lead_user, panel_id, found_at) VALUES (?, ?, ?, ?)")
                .params(panel.caseId().value(), panel.lead(), panel.id(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whoever may neither advise nor lead in this case again, on whichever panel. */
    Set<String> of(CaseId caseId) {
        return jdbc.sql("SELECT expert FROM panel_invitation WHERE case_id = :case AND excluded"
                        + " UNION SELECT lead_user FROM panel_lead_conflict WHERE case_id = :case")
                .param("case", caseId.value())
                .query(String.class)
                .set();
    }
}
