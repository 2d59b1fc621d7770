package org.konsil.domestic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests, waivers and recognitions in their tables. */
@Repository
class DomesticRows {

    private final JdbcClient jdbc;

    DomesticRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseId caseId, OpinionRequest request) {
        jdbc.sql("INSERT INTO domestic_request VALUES (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        caseId.value(),
                        request.asked().toString(),
                        utc(request.askedAt()),
                        utc(request.dueAt()))
                .update();
    }

    List<OpinionRequest> requests(CaseId caseId) {
        return jdbc.sql("SELECT * FROM domestic_request WHERE case_id = ? ORDER BY asked_at")
                .param(caseId.value())
                .query((row, number) -> new OpinionRequest(
                        Group.of(row.getString("asked")), instant(row, "asked_at"), instant(row, "due_at")))
                .list();
    }

    void add(Waiver waiver) {
        jdbc.sql("INSERT INTO domestic_waiver (id, case_id, ground, asked_by, asked_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        waiver.id(),
                        waiver.caseId().value(),
                        waiver.ground(),
                        waiver.askedBy().userId(),
                        utc(waiver.askedAt()))
                .update();
    }

    void decided(Waiver waiver, Actor by, Instant at) {
        jdbc.sql("UPDATE domestic_waiver SET approved = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .params(waiver.isApproved(), by.userId(), utc(at), waiver.id())
                .update();
    }

    List<Waiver> waivers(CaseId caseId) {
        return jdbc.sql("SELECT * FROM domestic_waiver WHERE case_id = ? ORDER BY asked_at")
                .param(caseId.value())
                .query((row, number) -> new Waiver(
                        row.getObject("id", UUID.class),
                        caseId,
                        row.getString("ground"),
                        Actor.of(row.getString("asked_by")),
                        instant(row, "asked_at"),
                        row.getObject("approved", Boolean.class),
                        Optional.ofNullable(row.getString("decided_by"))
                                .map(Actor::of)
                                .orElse(null),
                        perhaps(row, "decided_at")))
                .list();
    }

    /** @param term how long a recognition lasts at most */
    boolean isRecognised(String provider, LocalDate day, Period term) {
        return jdbc.sql("SELECT COUNT(*) FROM domestic_recognition WHERE provider_id = ?"
                                + " AND recognised_from <= ? AND recognised_from > ? AND recognised_until >= ?")
                        .params(provider, day, day.minus(term), day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
