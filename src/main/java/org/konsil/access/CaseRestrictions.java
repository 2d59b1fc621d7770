package org.konsil.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The restrictions in their table: a row as long as one lasts; the history tells of those that are over. */
@Component
class CaseRestrictions implements Restrictions {

    /** Roles of the home provider's own people; the provider is their scope. */
    private static final List<String> HOME = List.of("clinician", "dpo");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    CaseRestrictions(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean isRestricted(CaseId caseId) {
        return jdbc.sql("SELECT 1 FROM case_restriction WHERE case_id = ?")
                .param(caseId.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public boolean keepsOut(CaseId caseId, Person person, String homeProvider) {
        return HOME.stream().noneMatch(role -> person.isIn(new Group(role, homeProvider))) && isRestricted(caseId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void restrict(CaseId caseId, Actor by) {
        if (isRestricted(caseId)) {
            return;
        }
        jdbc.sql("INSERT INTO case_restriction VALUES (?, ?, ?)")
                .params(caseId.value(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), by.userId())
                .update();
        audit.record(Entry.done(by, "case-restricted", caseId));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(CaseId caseId, Actor by) {
        var lifted = jdbc.sql("DELETE FROM case_restriction WHERE case_id = ?")
                        .param(caseId.value())
                        .update()
                > 0;
        if (lifted) {
            audit.record(Entry.done(by, "restriction-lifted", caseId));
        }
        return lifted;
    }
}
