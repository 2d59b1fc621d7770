package org.konsil.rights;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Until when each copy is kept, in its table. */
@Repository
class RetentionRows {

    /** One copy and when its controller is asked. {@code state}: waiting, asked, erased. */
    record Row(CaseId caseId, Controller controller, Instant closedAt, Instant reviewAt, String state) {

        public String controllerCode() {
            return controller == Controller.HOME ? "home" : "network";
        }
    }

    private final JdbcClient jdbc;

    RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The closing of the case that was reckoned last; at first the beginning of time. */
    Instant lastClosing() {
        return jdbc.sql("SELECT closed_at FROM rights_retention ORDER BY closed_at DESC FETCH FIRST ROW ONLY")
                .query((row, number) ->
                        row.getObject("closed_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    List<Row> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM rights_retention WHERE case_id = ? ORDER BY controller")
                .param(caseId.value())
                .query((row, number) -> row(row))
                .list();
    }

    /** Which of these cases were reckoned. */
    Set<CaseId> reckoned(Collection<CaseId> some) {
        return some.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("SELECT DISTINCT case_id FROM rights_retention WHERE case_id IN (:cases)")
                        .param("cases", some.stream().map(CaseId::value).toList())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(CaseId::new)
                        .collect(Collectors.toSet());
    }

    /** Those whose time has come, the earliest first; {@code after} none or the last one seen. */
    List<Row> due(Instant now, @Nullable Row after, int most) {
        var from = after == null ? Instant.EPOCH : after.reviewAt();
        var id = after == null ? new UUID(0, 0) : after.caseId().value();
        var controller = after == null ? "" : after.controller().name();
        return jdbc.sql("SELECT * FROM rights_retention WHERE state = 'WAITING' AND review_at <= ?"
                        + " AND (review_at, case_id, controller) > (?, ?, ?)"
                        + " ORDER BY review_at, case_id, controller LIMIT " + most)
                .params(utc(now), utc(from), id, controller)
                .query((row, number) -> row(row))
                .list();
    }

    /** Holds a copy that waits until the transaction ends; false if it waits no more, or somebody else has it in hand. */
    boolean take(Row row) {
        return jdbc.sql(
                        "SELECT case_id FROM rights_retention WHERE case_id = ? AND controller = ? AND state = 'WAITING'"
                                + " AND review_at = ? FOR UPDATE SKIP LOCKED")
                .params(row.caseId().value(), row.controller().name(), utc(row.reviewAt()))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void add(Row row) {
        jdbc.sql("INSERT INTO rights_retention VALUES (?, ?, ?, ?, 'WAITING')")
                .params(row.caseId().value(), row.controller().name(), utc(row.closedAt()), utc(row.reviewAt()))
                .update();
    }

    /** Nothing was erased yet. */
    void forget(CaseId caseId) {
        jdbc.sql("DELETE FROM rights_retention WHERE case_id = ? AND state <> 'ERASED'")
                .param(caseId.value())
                .update();
    }

    void asked(Row row) {
        stand(row.caseId(), row.controller(), "ASKED");
    }

    void erased(CaseId caseId, Controller controller) {
        stand(caseId, controller, "ERASED");
    }

    /** It is kept, and asked again then. */
    void keepUntil(CaseId caseId, Controller controller, Instant until) {
        jdbc.sql("UPDATE rights_retention SET state = 'WAITING', review_at = ? WHERE case_id = ? AND controller = ?")
                .params(utc(until), caseId.value(), controller.name())
                .update();
    }

    private void stand(CaseId caseId, Controller controller, String state) {
        jdbc.sql("UPDATE rights_retention SET state = ? WHERE case_id = ? AND controller = ?")
                .params(state, caseId.value(), controller.name())
                .update();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                new CaseId(row.getObject("case_id", UUID.class)),
                Controller.valueOf(row.getString("controller")),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getObject("review_at", OffsetDateTime.class).toInstant(),
                row.getString("state").toLowerCase(java.util.Locale.ROOT));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
