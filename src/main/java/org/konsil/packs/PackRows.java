package org.konsil.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases that were moved to the rules of a later day. */
@Repository
class PackRows {

    private final JdbcClient jdbc;

    PackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LocalDate> movedTo(CaseId caseId) {
        return jdbc
                .sql("SELECT rules_of FROM case_pack WHERE case_id = :case ORDER BY moved_at DESC, id DESC")
                .param("case", caseId.value())
                .query(LocalDate.class)
                .list()
                .stream()
                .findFirst();
    }

    void move(CaseId caseId, LocalDate day, Actor by, Instant at) {
        jdbc.sql("INSERT INTO case_pack (case_id, rules_of, moved_by, moved_at) VALUES (?, ?, ?, ?)")
                .params(caseId.value(), day, by.userId(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
