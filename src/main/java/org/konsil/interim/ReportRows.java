package org.konsil.interim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports in their table, sealed for the home provider, whom they were made for. */
@Repository
class ReportRows {

    private record Kept(UUID id, int number, String step, Instant at, byte[] sealed) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    ReportRows(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void add(CaseId caseId, InterimReport report) {
        var id = UUID.randomUUID();
        var content = json.createObjectNode().put("words", report.words()).put("advice", report.advice());
        jdbc.sql("INSERT INTO interim_report (id, case_id, number, step, at, content) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        caseId.value(),
                        report.number(),
                        report.step(),
                        report.at().atOffset(ZoneOffset.UTC),
                        vault.seal(caseId, Controller.HOME, place(id), content.toString()))
                .update();
    }

    int count(CaseId caseId) {
        return jdbc.sql("SELECT count(*) FROM interim_report WHERE case_id = ?")
                .param(caseId.value())
                .query(Integer.class)
                .single();
    }

    /** Oldest first; none where they were erased. */
    List<InterimReport> of(CaseId caseId) {
        var reports = new ArrayList<InterimReport>();
        try {
            for (var kept : kept(caseId)) {
                var content = read(vault.open(caseId, Controller.HOME, place(kept.id()), kept.sealed()));
                reports.add(new InterimReport(
                        kept.number(),
                        kept.step(),
                        kept.at(),
                        content.path("words").asText(),
                        content.path("advice").asText()));
            }
        } catch (ContentErased e) {
            return List.of();
        }
        return reports;
    }

    private List<Kept> kept(CaseId caseId) {
        return jdbc.sql("SELECT * FROM interim_report WHERE case_id = ? ORDER BY number")
                .param(caseId.value())
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("step"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("content")))
                .list();
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report was kept that is no JSON", e);
        }
    }

    private static String place(UUID id) {
        return "interim_report.content:" + id;
    }
}
