package org.konsil.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.konsil.access.UnknownCase;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed texts of a case: JSON in, ciphertext stored, JSON out. */
@Component
class Contents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String IDENTITY = "patient_identity.sealed";
    private static final String CLINICAL = "case_content.sealed";
    private static final String PSEUDONYM = "case_file.pseudonym";

    private final JdbcClient jdbc;
    private final Vault vault;

    Contents(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    byte[] seal(CaseId caseId, Controller controller, String place, JsonNode plain) {
        return vault.seal(caseId, controller, place, plain.toString());
    }

    JsonNode open(CaseId caseId, Controller controller, String place, byte[] sealed) {
        try {
            return JSON.readTree(vault.open(caseId, controller, place, sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sealed content of case " + caseId + " is no JSON", e);
        }
    }

    void keep(NewCase made) {
        var id = made.caseId();
        jdbc.sql("INSERT INTO patient_identity VALUES (?, ?)")
                .params(id.value(), seal(id, Controller.HOME, IDENTITY, made.identity()))
                .update();
        jdbc.sql("INSERT INTO case_content VALUES (?, ?, ?)")
                .params(id.value(), Controller.HOME.name(), seal(id, Controller.HOME, CLINICAL, made.clinical()))
                .update();
    }

    ObjectNode clinical(CaseId caseId) {
        return read(caseId, CLINICAL, "SELECT sealed FROM case_content WHERE controller = 'HOME' AND case_id = ?");
    }

    ObjectNode identity(CaseId caseId) {
        return read(caseId, IDENTITY, "SELECT sealed FROM patient_identity WHERE case_id = ?");
    }

    void replaceIdentity(CaseId caseId, JsonNode identity) {
        jdbc.sql("UPDATE patient_identity SET sealed = ? WHERE case_id = ?")
                .params(seal(caseId, Controller.HOME, IDENTITY, identity), caseId.value())
                .update();
    }

    void replaceClinical(CaseId caseId, JsonNode clinical) {
        jdbc.sql("UPDATE case_content SET sealed = ? WHERE controller = 'HOME' AND case_id = ?")
                .params(seal(caseId, Controller.HOME, CLINICAL, clinical), caseId.value())
                .update();
    }

    String pseudonym(CaseId caseId, byte[] sealed) {
        return vault.open(caseId, Controller.HOME, PSEUDONYM, sealed);
    }

    byte[] sealPseudonym(CaseId caseId, String pseudonym) {
        return vault.seal(caseId, Controller.HOME, PSEUDONYM, pseudonym);
    }

    private ObjectNode read(CaseId caseId, String place, String sql) {
        Optional<byte[]> sealed = jdbc.sql(sql)
                .param(caseId.value())
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
        return (ObjectNode) open(caseId, Controller.HOME, place, sealed.orElseThrow(() -> new UnknownCase(caseId)));
    }
}
