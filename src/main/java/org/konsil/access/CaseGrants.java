package org.konsil.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The grants in their table. A grant that ended stays as it was: it says who could see the case then. */
@Component
class CaseGrants implements Grants {

    private static final String NOW = "granted_at <= :now AND (ends_at IS NULL OR ends_at > :now)";

    /** Grants to others rest while the use of a case is restricted. */
    private static final String UNRESTRICTED = " AND (g.granted_as = 'HOME' OR NOT EXISTS"
            + " (SELECT 1 FROM case_restriction r WHERE r.case_id = g.case_id))";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseGrants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void toGroup(CaseId caseId, Group group, As as, @Nullable Instant until) {
        grant(caseId, group.toString(), as, until);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void toUser(CaseId caseId, String userId, As as, @Nullable Instant until) {
        grant(caseId, userId, as, until);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeUser(CaseId caseId, String userId) {
        jdbc.sql("UPDATE case_grant SET ends_at = :now WHERE case_id = :case AND holder = :holder AND " + NOW)
                .param("now", now())
                .param("case", caseId.value())
                .param("holder", userId)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeAll(CaseId caseId, As as) {
        jdbc.sql("UPDATE case_grant SET ends_at = :now WHERE case_id = :case AND granted_as = :as AND " + NOW)
                .param("now", now())
                .param("case", caseId.value())
                .param("as", as.name())
                .update();
    }

    @Override
    public List<Held> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM case_grant WHERE case_id = ? ORDER BY granted_at, id")
                .param(caseId.value())
                .query((row, number) -> {
                    var end = row.getObject("ends_at", OffsetDateTime.class);
                    return new Held(
                            row.getString("holder"),
                            As.valueOf(row.getString("granted_as")),
                            row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                            end == null ? null : end.toInstant());
                })
                .list();
    }

    boolean anyNow(CaseId caseId, Collection<String> holders) {
        return jdbc.sql("SELECT 1 FROM case_grant g WHERE case_id = :case AND holder IN (:holders) AND " + NOW
                        + UNRESTRICTED + " FETCH FIRST ROW ONLY")
                .param("now", now())
                .param("case", caseId.value())
                .param("holders", holders)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void grant(CaseId caseId, String holder, As as, @Nullable Instant until) {
        var end = until == null ? null : OffsetDateTime.ofInstant(until, ZoneOffset.UTC);
        var prolonged = jdbc.sql("UPDATE case_grant SET ends_at = CAST(:end AS TIMESTAMP(6) WITH TIME ZONE)"
                        + " WHERE case_id = :case AND holder = :holder AND granted_as = :as AND " + NOW)
                .param("end", end)
                .param("now", now())
                .param("case", caseId.value())
                .param("holder", holder)
                .param("as", as.name())
                .update();
        if (prolonged == 0) {
            jdbc.sql("INSERT INTO case_grant (case_id, holder, granted_as, granted_at, ends_at) VALUES (?, ?, ?, ?, ?)")
                    .params(caseId.value(), holder, as.name(), now(), end)
                    .update();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
