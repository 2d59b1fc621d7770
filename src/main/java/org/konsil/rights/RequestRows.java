package org.konsil.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests in their table; what was said with them is sealed for the home provider. */
@Repository
class RequestRows {

    private static final String PLACE = "rights_request.sealed:";

    private final JdbcClient jdbc;
    private final PartRows parts;
    private final Vault vault;
    private final ObjectMapper json;

    RequestRows(JdbcClient jdbc, PartRows parts, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.vault = vault;
        this.json = json;
    }

    void add(UUID id, CaseId caseId, Kind kind, LocalDate receivedOn, String by, Instant at, JsonNode said) {
        jdbc.sql("INSERT INTO rights_request VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, caseId.value(), kind.name(), receivedOn, by, utc(at), sealed(id, caseId, said))
                .update();
    }

    /** The requests of a case, newest first. */
    List<Request> of(CaseId caseId) {
        var all = parts.of(caseId);
        return jdbc.sql("SELECT * FROM rights_request WHERE case_id = ? ORDER BY registered_at DESC, id")
                .param(caseId.value())
                .query((row, number) -> request(row, all))
                .list();
    }

    Request get(UUID id, CaseId caseId) {
        return of(caseId).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /** The answers to the form {@code data-subject-request}; empty where they were erased with the home provider's copy. */
    JsonNode said(UUID id, CaseId caseId) {
        var sealed = jdbc.sql("SELECT sealed FROM rights_request WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
        try {
            return sealed.length == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : json.readTree(vault.open(caseId, Controller.HOME, PLACE + id, sealed));
        } catch (ContentErased e) {
            return JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request was kept that is no JSON", e);
        }
    }

    /** Nothing was said where the service asks on its own; that must be possible after the home provider's copy has gone. */
    private byte[] sealed(UUID id, CaseId caseId, JsonNode said) {
        return said.isEmpty() ? new byte[0] : vault.seal(caseId, Controller.HOME, PLACE + id, said.toString());
    }

    private static Request request(ResultSet row, List<Part> all) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Request(
                id,
                Kind.valueOf(row.getString("kind")),
                row.getObject("received_on", LocalDate.class),
                row.getString("registered_by"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                all.stream().filter(part -> part.requestId().equals(id)).toList());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
