package org.konsil.breakglass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The openings in their tables, their reasons sealed. */
@Repository
class OpeningRows {

    private static final String REASON = "case_opening.reason:";

    private final JdbcClient jdbc;
    private final Vault vault;

    OpeningRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(Opening opening, Collection<String> told) {
        var sealed = vault.seal(opening.caseId(), Controller.HOME, REASON + opening.id(), opening.reason());
        jdbc.sql(
                        "INSERT INTO case_opening (id, case_id, opened_by, reason, opened_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        opening.id(),
                        opening.caseId().value(),
                        opening.by(),
                        sealed,
                        utc(opening.at()),
                        utc(opening.until()))
                .update();
        told.forEach(user -> jdbc.sql("INSERT INTO case_opening_told (opening_id, user_id) VALUES (?, ?)")
                .params(opening.id(), user)
                .update());
    }

    /** The reason as the history keeps it. */
    byte[] forHistory(Opening opening) {
        return vault.seal(opening.caseId(), Controller.HOME, "audit_event.sealed", opening.reason());
    }

    void end(UUID id, String by, Instant at) {
        jdbc.sql("UPDATE case_opening SET ends_at = ?, ended_by = ? WHERE id = ? AND ends_at > ?")
                .params(utc(at), by, id, utc(at))
                .update();
    }

    /** How many notices went away by this: 1, or 0 if the person was not told or has looked before. */
    int looked(UUID id, String by, Instant at) {
        return jdbc.sql(
                        "UPDATE case_opening_told SET looked_at = ? WHERE opening_id = ? AND user_id = ? AND looked_at IS NULL")
                .params(utc(at), id, by)
                .update();
    }

    long waitingFor(String userId) {
        return jdbc.sql("SELECT COUNT(*) FROM case_opening_told WHERE user_id = ? AND looked_at IS NULL")
                .param(userId)
                .query(Long.class)
                .single();
    }

    boolean waitsFor(UUID id, String userId) {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM case_opening_told WHERE opening_id = ? AND user_id = ? AND looked_at IS NULL")
                        .params(id, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Opening> lasting(String userId, Instant now) {
        return jdbc.sql("SELECT * FROM case_opening WHERE opened_by = ? AND ends_at > ? ORDER BY opened_at")
                .params(userId, utc(now))
                .query((row, number) -> opening(row))
                .list();
    }

    Optional<Opening> find(UUID id) {
        return jdbc.sql("SELECT * FROM case_opening WHERE id = ?")
                .param(id)
                .query((row, number) -> opening(row))
                .optional();
    }

    /** The newest fifty, of all cases. */
    List<Opening> all() {
        return jdbc.sql("SELECT * FROM case_opening ORDER BY opened_at DESC FETCH FIRST 50 ROWS ONLY")
                .query((row, number) -> opening(row))
                .list();
    }

    /** The newest fifty, of cases whose home these groups are. */
    List<Opening> ofHome(Collection<String> groups) {
        return jdbc.sql(
                        "SELECT o.* FROM case_opening o WHERE EXISTS (SELECT 1 FROM case_grant g WHERE g.case_id = o.case_id"
                                + " AND g.granted_as = 'HOME' AND g.holder IN (:groups))"
                                + " ORDER BY o.opened_at DESC FETCH FIRST 50 ROWS ONLY")
                .param("groups", groups)
                .query((row, number) -> opening(row))
                .list();
    }

    private Opening opening(ResultSet row) throws SQLException {
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        return new Opening(
                row.getObject("id", UUID.class),
                caseId,
                row.getString("opened_by"),
                reason(caseId, row.getObject("id", UUID.class), row.getBytes("reason")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("ended_by"));
    }

    private String reason(CaseId caseId, UUID id, byte[] sealed) {
        try {
            return vault.open(caseId, Controller.HOME, REASON + id, sealed);
        } catch (ContentErased e) {
            return "";
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
