package org.konsil.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters in their table, sealed for the home provider, language and reader too: they tell of the patient. */
@Repository
class LetterRows {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    LetterRows(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void add(Letter letter, LetterText text) {
        var content = json.createObjectNode()
                .put("language", letter.language())
                .put("addressee", letter.addressee().code())
                .put("interpreter", letter.interpreter());
        content.set("text", json.valueToTree(text));
        jdbc.sql("INSERT INTO patient_letter (id, case_id, number, state, template_version, outcome_version, content,"
                        + " written_by, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        letter.id(),
                        letter.caseId().value(),
                        letter.number(),
                        letter.state().name(),
                        letter.templateVersion(),
                        letter.outcomeVersion(),
                        vault.seal(letter.caseId(), Controller.HOME, content(letter.id()), content.toString()),
                        letter.writtenBy(),
                        letter.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was still a draft. */
    boolean release(Letter letter, byte[] pdf) {
        return jdbc.sql("UPDATE patient_letter SET state = 'RELEASED', pdf = ?, released_by = ?, released_at = ?"
                                + " WHERE id = ? AND state = 'DRAFT'")
                        .params(
                                vault.sealBytes(letter.caseId(), Controller.HOME, pdf(letter.id()), pdf),
                                letter.releasedBy(),
                                Objects.requireNonNull(letter.releasedAt()).atOffset(ZoneOffset.UTC),
                                letter.id())
                        .update()
                == 1;
    }

    void replaceDrafts(CaseId caseId) {
        jdbc.sql("UPDATE patient_letter SET state = 'REPLACED' WHERE case_id = ? AND state = 'DRAFT'")
                .param(caseId.value())
                .update();
    }

    /** The newest first. */
    List<Letter> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM patient_letter WHERE case_id = ? ORDER BY number DESC")
                .param(caseId.value())
                .query(this::letter)
                .list();
    }

    LetterText text(Letter letter) {
        var content = jdbc.sql("SELECT content FROM patient_letter WHERE id = ?")
                .param(letter.id())
                .query(byte[].class)
                .single();
        try {
            return json.treeToValue(open(letter.caseId(), letter.id(), content).path("text"), LetterText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A letter was kept that is no letter", e);
        }
    }

    /** Empty until it was released. */
    Optional<byte[]> pdf(Letter letter) {
        return jdbc.sql("SELECT pdf FROM patient_letter WHERE id = ? AND pdf IS NOT NULL")
                .param(letter.id())
                .query(byte[].class)
                .optional()
                .map(kept -> vault.openBytes(letter.caseId(), Controller.HOME, pdf(letter.id()), kept));
    }

    private Letter letter(ResultSet row, int number) throws SQLException {
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        var content = open(caseId, id, row.getBytes("content"));
        return new Letter(
                id,
                caseId,
                row.getInt("number"),
                Letter.State.valueOf(row.getString("state")),
                content.path("language").asText(),
                row.getInt("template_version"),
                row.getInt("outcome_version"),
                Addressee.of(content.path("addressee").asText()),
                content.path("interpreter").asBoolean(),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("released_by"),
                instant(row.getObject("released_at", OffsetDateTime.class)));
    }

    private JsonNode open(CaseId caseId, UUID id, byte[] sealed) {
        try {
            return json.readTree(vault.open(caseId, Controller.HOME, content(id), sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A letter was kept that is no JSON", e);
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static String content(UUID id) {
        return "patient_letter.content:" + id;
    }

    private static String pdf(UUID id) {
        return "patient_letter.pdf:" + id;
    }
}
