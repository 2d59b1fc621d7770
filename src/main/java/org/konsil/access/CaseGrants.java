package org.konsil.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The grants in their table. A grant that ended stays as it was: it says who could see the case then. */
@Component
class CaseGrants implements Grants {

    private static final String OUTSIDE = " AND granted_as NOT IN ('HOME', 'CONTROLLER', 'REASON', 'WAITING')";
    private static final String NOW = "granted_at <= :now AND (ends_at IS NULL OR ends_at > :now)";
    /** One that is held back stays ended when it was. */
    private static final String END = "UPDATE case_grant SET ends_at = CASE WHEN held_back THEN ends_at ELSE :now END,"
            + " held_back = FALSE WHERE case_id = :case AND (held_back OR (" + NOW + "))";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseGrants(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void toHome(CaseId caseId, Group group) {
        grant(caseId, group.toString(), As.HOME, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void toController(CaseId caseId, Group group) {
        grant(caseId, group.toString(), As.CONTROLLER, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void share(Agreed agreed, Group group, As as) {
        grant(agreed.caseId(), group.toString(), outside(as), agreed.until());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void share(Agreed agreed, String userId, As as) {
        grant(agreed.caseId(), userId, outside(as), agreed.until());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withReason(CaseId caseId, String userId, Instant until) {
        grant(caseId, userId, As.REASON, until);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(CaseId caseId, Standing held) {
        jdbc.sql(END + " AND holder = :holder AND granted_as = :as")
                .param("now", now())
                .param("case", caseId.value())
                .param("holder", held.holder())
                .param("as", held.as().name())
                .update();
        changed(caseId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdBack(CaseId caseId, Standing held) {
        jdbc.sql("UPDATE case_grant SET ends_at = :now, held_back = TRUE WHERE case_id = :case AND holder = :holder"
                        + " AND granted_as = :as AND " + NOW)
                .param("now", now())
                .param("case", caseId.value())
                .param("holder", held.holder())
                .param("as", held.as().name())
                .update();
        changed(caseId);
    }

    @Override
    public List<Standing> heldBack(CaseId caseId) {
        return jdbc.sql("SELECT DISTINCT holder, granted_as FROM case_grant WHERE case_id = :case AND held_back"
                        + " ORDER BY holder, granted_as")
                .param("case", caseId.value())
                .query(CaseGrants::held)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Agreed agreed, Standing held) {
        revoke(agreed.caseId(), held);
        grant(agreed.caseId(), held.holder(), outside(held.as()), agreed.until());
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

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void limit(CaseId caseId, Standing held, Instant until) {
        grant(caseId, held.holder(), held.as(), until);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeAll(CaseId caseId, As as) {
        jdbc.sql(END + " AND granted_as IN (:kinds)")
                .param("now", now())
                .param("case", caseId.value())
                .param("kinds", as.withIt().stream().map(As::name).toList())
                .update();
        changed(caseId);
    }

    @Override
    public List<Standing> held(CaseId caseId) {
        return jdbc.sql("SELECT holder, granted_as FROM case_grant WHERE case_id = :case AND " + NOW + " ORDER BY id")
                .param("now", now())
                .param("case", caseId.value())
                .query(CaseGrants::held)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(Agreed agreed, Instant until) {
        endedAt(agreed.caseId(), until).forEach(it -> grant(agreed.caseId(), it.holder(), it.as(), agreed.until()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void letWait(CaseId caseId, Instant ended) {
        endedAt(caseId, ended).stream()
                .map(Standing::holder)
                .distinct()
                .forEach(holder -> grant(caseId, holder, As.WAITING, null));
    }

    @Override
    public boolean isWaiting(CaseId caseId) {
        return held(caseId).stream().anyMatch(it -> it.as() == As.WAITING);
    }

    private List<Standing> endedAt(CaseId caseId, Instant end) {
        return jdbc.sql("SELECT holder, granted_as FROM case_grant WHERE case_id = :case AND ends_at = :end" + OUTSIDE)
                .param("case", caseId.value())
                .param("end", OffsetDateTime.ofInstant(end, ZoneOffset.UTC))
                .query(CaseGrants::held)
                .list();
    }

    /** Those of these holders that hold now. */
    List<Standing> now(CaseId caseId, Collection<String> holders) {
        return jdbc.sql("SELECT holder, granted_as FROM case_grant WHERE case_id = :case AND holder IN (:holders) AND "
                        + NOW)
                .param("now", now())
                .param("case", caseId.value())
                .param("holders", holders)
                .query(CaseGrants::held)
                .list();
    }

    private static Standing held(ResultSet row, int number) throws SQLException {
        return new Standing(row.getString("holder"), As.valueOf(row.getString("granted_as")));
    }

    private static As outside(As as) {
        if (as == As.HOME || as == As.CONTROLLER || as == As.REASON || as == As.WAITING) {
            throw new IllegalArgumentException(as + " is nobody outside");
        }
        return as;
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
            changed(caseId);
        }
    }

    private void changed(CaseId caseId) {
        events.publishEvent(new GrantsChanged(caseId));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
