package org.konsil.advice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outcomes in their table: sealed for the network, and once signed for the home provider as well. */
@Repository
class OutcomeRows {

    private static final String CONTENT = "advice_outcome.content:";
    private static final String HOME_CONTENT = "advice_outcome.home_content:";
    private static final String PDF = "advice_outcome.pdf";

    private final JdbcClient jdbc;
    private final SignatureRows signatures;
    private final Vault vault;
    private final ObjectMapper json;

    OutcomeRows(JdbcClient jdbc, SignatureRows signatures, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.vault = vault;
        this.json = json;
    }

    void draft(CaseId caseId, JsonNode answers, String lead, Instant at) {
        var version = latest(caseId).map(Outcome::version).orElse(0) + 1;
        var id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO advice_outcome (id, case_id, version, state, content, travel_needed, follow_up, lead_user,"
                                + " drafted_at) VALUES (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?)")
                .params(
                        id,
                        caseId.value(),
                        version,
                        vault.seal(caseId, Controller.NETWORK, CONTENT + id, answers.toString()),
                        answers.path("travelNeeded").asText().equals("yes"),
                        StreamSupport.stream(answers.path("followUpMonths").spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(" ")),
                        lead,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true) // all over one connection
    Optional<Outcome> latest(CaseId caseId) {
        return jdbc.sql("SELECT * FROM advice_outcome WHERE case_id = ? ORDER BY version DESC FETCH FIRST ROW ONLY")
                .param(caseId.value())
                .query(this::outcome)
                .optional();
    }

    /** Those that were signed, and what is worked on; the newest first. Drafts that were given up are not among them. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true) // all over one connection
    List<Outcome> all(CaseId caseId) {
        return jdbc.sql("SELECT * FROM advice_outcome WHERE case_id = ?"
                        + " AND (closed_at IS NOT NULL OR state <> 'SUPERSEDED') ORDER BY version DESC")
                .param(caseId.value())
                .query(this::outcome)
                .list();
    }

    /** Holds the outcome until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("SELECT id FROM advice_outcome WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .single();
    }

    void stand(UUID id, Outcome.State state) {
        jdbc.sql("UPDATE advice_outcome SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Seals what was agreed, and its document, for the home provider. */
    void close(Outcome outcome, byte[] pdf, Instant at) {
        var content = jdbc.sql("SELECT content FROM advice_outcome WHERE id = ?")
                .param(outcome.id())
                .query(byte[].class)
                .single();
        var plain = vault.open(outcome.caseId(), Controller.NETWORK, CONTENT + outcome.id(), content);
        jdbc.sql("UPDATE advice_outcome SET state = 'SIGNED', home_content = ?, pdf = ?, closed_at = ? WHERE id = ?")
                .params(
                        vault.seal(outcome.caseId(), Controller.HOME, HOME_CONTENT + outcome.id(), plain),
                        vault.sealBytes(outcome.caseId(), Controller.HOME, PDF, pdf),
                        at.atOffset(ZoneOffset.UTC),
                        outcome.id())
                .update();
    }

    Optional<byte[]> pdf(CaseId caseId) {
        return jdbc.sql("SELECT pdf FROM advice_outcome WHERE case_id = ? AND pdf IS NOT NULL ORDER BY version DESC"
                        + " FETCH FIRST ROW ONLY")
                .param(caseId.value())
                .query(byte[].class)
                .optional()
                .map(kept -> vault.openBytes(caseId, Controller.HOME, PDF, kept));
    }

    private Outcome outcome(ResultSet row, int number) throws SQLException {
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        var home = row.getBytes("home_content");
        var content = home == null
                ? vault.open(caseId, Controller.NETWORK, CONTENT + id, row.getBytes("content"))
                : vault.open(caseId, Controller.HOME, HOME_CONTENT + id, home);
        var answers = read(content);
        return new Outcome(
                id,
                caseId,
                row.getInt("version"),
                Outcome.State.valueOf(row.getString("state")),
                answers.path("summary").asText(),
                answers.path("diagnosis").asText(""),
                answers.path("certainty").asText(),
                StreamSupport.stream(answers.path("recommendations").spliterator(), false)
                        .map(Recommendation::of)
                        .toList(),
                row.getBoolean("travel_needed"),
                answers.path("treatmentPlace").asText(""),
                months(row.getString("follow_up")),
                answers.path("followUpNote").asText(""),
                row.getString("lead_user"),
                signatures.of(id, caseId),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)));
    }

    private static List<Integer> months(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(it -> !it.isBlank())
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome was kept that is no JSON", e);
        }
    }
}
