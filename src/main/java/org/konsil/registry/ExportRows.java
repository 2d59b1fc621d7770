package org.konsil.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was handed over, sealed for the network, whose registry it is. */
@Repository
class ExportRows {

    /** A record that has not been stopped. */
    record Kept(CaseId caseId, byte[] sealed) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    ExportRows(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** A case that was closed again replaces what it left before. */
    void keep(CaseId caseId, Purpose purpose, NetworkId network, JsonNode content, Instant at) {
        jdbc.sql("DELETE FROM registry_export WHERE case_id = ? AND purpose = ?")
                .params(caseId.value(), purpose.name())
                .update();
        jdbc.sql("INSERT INTO registry_export (case_id, purpose, network, content, exported_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        caseId.value(),
                        purpose.name(),
                        network.value(),
                        vault.seal(caseId, Controller.NETWORK, place(purpose), content.toString()),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing of what it said is left. @return whether there was something */
    boolean stop(CaseId caseId, Purpose purpose, Instant at) {
        return jdbc.sql("UPDATE registry_export SET content = NULL, stopped_at = ?"
                                + " WHERE case_id = ? AND purpose = ? AND stopped_at IS NULL")
                        .params(at.atOffset(ZoneOffset.UTC), caseId.value(), purpose.name())
                        .update()
                == 1;
    }

    /** For the patient, from whom it came. */
    List<RegistryExports.HandedOver> ofCase(CaseId caseId) {
        return jdbc.sql("SELECT * FROM registry_export WHERE case_id = ? ORDER BY exported_at")
                .param(caseId.value())
                .query((row, number) -> {
                    var content = row.getBytes("content");
                    var purpose = Purpose.valueOf(row.getString("purpose"));
                    var stopped = row.getObject("stopped_at", OffsetDateTime.class);
                    return new RegistryExports.HandedOver(
                            purpose.code(),
                            row.getString("network"),
                            row.getObject("exported_at", OffsetDateTime.class).toInstant(),
                            stopped == null ? null : stopped.toInstant(),
                            content == null ? null : read(new Kept(caseId, content), purpose));
                })
                .list();
    }

    /** In the order in which they came. */
    List<Kept> of(NetworkId network, Purpose purpose) {
        return jdbc.sql("SELECT case_id, content FROM registry_export WHERE network = ? AND purpose = ?"
                        + " AND content IS NOT NULL ORDER BY exported_at, case_id")
                .params(network.value(), purpose.name())
                .query((row, number) ->
                        new Kept(new CaseId(row.getObject("case_id", UUID.class)), row.getBytes("content")))
                .list();
    }

    /** @throws org.konsil.vault.ContentErased if the network's copy was erased */
    JsonNode open(Kept kept, Purpose purpose) {
        return read(kept, purpose);
    }

    private JsonNode read(Kept kept, Purpose purpose) {
        try {
            return json.readTree(vault.open(kept.caseId(), Controller.NETWORK, place(purpose), kept.sealed()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record was kept that is no JSON", e);
        }
    }

    private static String place(Purpose purpose) {
        return "registry_export.content:" + purpose.code();
    }
}
