package org.konsil.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consents in their tables. */
@Repository
class ConsentRows {

    /** A row as it was read; what else belongs to the consent is read after it, not while its connection is held. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Kept(
            UUID id,
            CaseId caseId,
            int version,
            boolean given,
            boolean anyNetwork,
            byte[] paper,
            @Nullable LocalDate expiresOn,
            Actor by,
            Instant at) {}

    private final JdbcClient jdbc;
    private final RecipientRows recipients;
    private final SealedPapers papers;

    ConsentRows(JdbcClient jdbc, RecipientRows recipients, SealedPapers papers) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.papers = papers;
    }

    void add(Consent consent, byte[] sealed) {
        jdbc.sql(
                        "INSERT INTO consent (id, case_id, version, given, any_network, expires_on, sealed, paper, recorded_by,"
                                + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        consent.id(),
                        consent.caseId().value(),
                        consent.version(),
                        consent.given(),
                        consent.recipients().anyNetwork(),
                        consent.document().expiry(),
                        sealed,
                        papers.seal(consent),
                        consent.recordedBy().userId(),
                        utc(consent.recordedAt()))
                .update();
        consent.scopes().keySet().forEach(scope -> addScope(consent, scope));
        recipients.add(consent);
    }

    /** How many scopes of the consent ended by this: 1, or 0 if it did not hold. */
    int withdraw(UUID consent, Scope scope, Actor by, Instant at) {
        return jdbc.sql("UPDATE consent_scope SET state = 'WITHDRAWN', changed_by = ?, changed_at = ?"
                        + " WHERE consent_id = ? AND scope = ? AND state = 'HOLDS'")
                .params(by.userId(), utc(at), consent, scope.name())
                .update();
    }

    Optional<Consent> latest(CaseId caseId) {
        return jdbc.sql("SELECT * FROM consent WHERE case_id = ? ORDER BY version DESC FETCH FIRST ROW ONLY")
                .param(caseId.value())
                .query((row, number) -> kept(row))
                .optional()
                .map(this::consent);
    }

    Optional<UUID> lastGiven(CaseId caseId) {
        return jdbc.sql("SELECT id FROM consent WHERE case_id = ? AND given = TRUE ORDER BY version DESC"
                        + " FETCH FIRST ROW ONLY")
                .param(caseId.value())
                .query(UUID.class)
                .optional();
    }

    List<Consent> all(CaseId caseId) {
        return jdbc
                .sql("SELECT * FROM consent WHERE case_id = ? ORDER BY version")
                .param(caseId.value())
                .query((row, number) -> kept(row))
                .list()
                .stream()
                .map(this::consent)
                .toList();
    }

    byte[] sealed(UUID consent) {
        return jdbc.sql("SELECT sealed FROM consent WHERE id = ?")
                .param(consent)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void addScope(Consent consent, Scope scope) {
        jdbc.sql("INSERT INTO consent_scope VALUES (?, ?, 'HOLDS', ?, ?)")
                .params(consent.id(), scope.name(), consent.recordedBy().userId(), utc(consent.recordedAt()))
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("version"),
                row.getBoolean("given"),
                row.getBoolean("any_network"),
                row.getBytes("paper"),
                row.getObject("expires_on", LocalDate.class),
                Actor.of(row.getString("recorded_by")),
                instant(row, "recorded_at"));
    }

    private Consent consent(Kept kept) {
        var paper = papers.open(kept.caseId(), kept.version(), kept.paper());
        return new Consent(
                kept.id(),
                kept.caseId(),
                kept.version(),
                kept.given(),
                scopes(kept.id()),
                recipients.of(kept.id(), kept.anyNetwork()),
                SealedPapers.signed(paper),
                SealedPapers.document(paper, kept.expiresOn()),
                kept.by(),
                kept.at());
    }

    private Map<Scope, Consent.State> scopes(UUID consent) {
        return jdbc
                .sql("SELECT scope, state, changed_at FROM consent_scope WHERE consent_id = ?")
                .param(consent)
                .query((row, number) -> Map.entry(
                        Scope.valueOf(row.getString("scope")),
                        new Consent.State(row.getString("state").equals("HOLDS"), instant(row, "changed_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
