package org.konsil.domestic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.konsil.domestic.Evidence.Kind;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The evidence in its table, sealed under the home provider's key. */
@Repository
class EvidenceRows {

    private static final String PLACE = "domestic_evidence.sealed:";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    EvidenceRows(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void add(CaseId caseId, long taskKey, Evidence evidence) {
        jdbc.sql("INSERT INTO domestic_evidence VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        caseId.value(),
                        taskKey,
                        evidence.kind().name(),
                        vault.seal(
                                caseId,
                                Controller.HOME,
                                PLACE + taskKey,
                                evidence.answers().toString()),
                        evidence.by().userId(),
                        OffsetDateTime.ofInstant(evidence.at(), ZoneOffset.UTC))
                .update();
    }

    EvidenceSet of(CaseId caseId) {
        return new EvidenceSet(jdbc.sql("SELECT * FROM domestic_evidence WHERE case_id = ? ORDER BY given_at, task_key")
                .param(caseId.value())
                .query((row, number) -> new Evidence(
                        Kind.valueOf(row.getString("kind")),
                        Actor.of(row.getString("given_by")),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        read(vault.open(
                                caseId, Controller.HOME, PLACE + row.getLong("task_key"), row.getBytes("sealed")))))
                .list());
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence was sealed that is no JSON", e);
        }
    }
}
