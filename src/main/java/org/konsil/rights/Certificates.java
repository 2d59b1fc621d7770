package org.konsil.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates of erasures, signed with the installation's own key. */
@Repository
class Certificates {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final ObjectMapper json;

    Certificates(JdbcClient jdbc, Signatures signatures, ObjectMapper json) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.json = json;
    }

    void issue(UUID id, CaseId caseId, Controller controller, Instant at, ObjectNode content) {
        var document = content.toString();
        var signature = signatures.sign(document.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("INSERT INTO rights_certificate VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        caseId.value(),
                        controller.name(),
                        at.atOffset(ZoneOffset.UTC),
                        document,
                        Base64.getEncoder().encodeToString(signature))
                .update();
    }

    List<Certificate> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM rights_certificate WHERE case_id = ? ORDER BY issued_at")
                .param(caseId.value())
                .query((row, number) -> certificate(row))
                .list();
    }

    Optional<Certificate> of(CaseId caseId, Controller controller) {
        return of(caseId).stream().filter(one -> one.controller() == controller).findFirst();
    }

    /** What is handed out: the document as it was signed, its signature, and the key to check it with. */
    ObjectNode signed(Certificate certificate) {
        return json.createObjectNode()
                .put("document", certificate.document())
                .put("signature", certificate.signature())
                .put("algorithm", "Ed25519")
                .put("publicKey", Base64.getEncoder().encodeToString(signatures.publicKey()));
    }

    boolean holds(Certificate certificate) {
        return signatures.verify(
                certificate.document().getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(certificate.signature()));
    }

    private Certificate certificate(ResultSet row) throws SQLException {
        var document = row.getString("document");
        try {
            return new Certificate(
                    row.getObject("id", UUID.class),
                    new CaseId(row.getObject("case_id", UUID.class)),
                    Controller.valueOf(row.getString("controller")),
                    row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                    document,
                    json.readTree(document),
                    row.getString("signature"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate was kept that is no JSON", e);
        }
    }
}
