package org.konsil.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.vault.Controller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The controllers' parts of requests in their table. */
@Repository
class PartRows {

    private final JdbcClient jdbc;

    PartRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Part part) {
        jdbc.sql("""
                INSERT INTO rights_part (id, request_id, case_id, kind, controller, handler, state, due_at, extended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)
                """)
                .params(
                        part.id(),
                        part.requestId(),
                        part.caseId().value(),
                        part.kind().name(),
                        part.controller().name(),
                        part.handler(),
                        part.state().name(),
                        utc(part.dueAt()))
                .update();
    }

    List<Part> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM rights_part WHERE case_id = ? ORDER BY controller, id")
                .param(caseId.value())
                .query((row, number) -> part(row))
                .list();
    }

    Optional<Part> find(CaseId caseId, UUID id) {
        return jdbc.sql("SELECT * FROM rights_part WHERE case_id = ? AND id = ?")
                .params(caseId.value(), id)
                .query((row, number) -> part(row))
                .optional();
    }

    void decide(UUID id, Part.State state, @Nullable String ground, String by, Instant at) {
        jdbc.sql("UPDATE rights_part SET state = ?, ground = CAST(? AS VARCHAR(40)), decided_by = ?, decided_at = ?"
                        + " WHERE id = ?")
                .param(1, state.name())
                .param(2, ground)
                .param(3, by)
                .param(4, utc(at))
                .param(5, id)
                .update();
    }

    /** Another group answers for the controller from now on. */
    void giveTo(CaseId caseId, Controller controller, Group group) {
        jdbc.sql(
                        "UPDATE rights_part SET handler = ? WHERE case_id = ? AND controller = ? AND state IN ('OPEN', 'GRANTED')"
                                + " AND handler <> ?")
                .params(group.toString(), caseId.value(), controller.name(), group.toString())
                .update();
    }

    void fulfilled(UUID id) {
        jdbc.sql("UPDATE rights_part SET state = 'FULFILLED' WHERE id = ?")
                .param(id)
                .update();
    }

    void extend(UUID id, Instant due) {
        jdbc.sql("UPDATE rights_part SET extended = TRUE, due_at = ? WHERE id = ?")
                .params(utc(due), id)
                .update();
    }

    void copied(UUID id, Instant at) {
        jdbc.sql("UPDATE rights_part SET copied_at = ? WHERE id = ?")
                .params(utc(at), id)
                .update();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                Controller.valueOf(row.getString("controller")),
                row.getString("handler"),
                Part.State.valueOf(row.getString("state")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("extended"),
                instant(row, "copied_at"),
                row.getString("ground"),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
