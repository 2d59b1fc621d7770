package org.konsil.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** The personal part of a consent, under the home provider's key: who signed, where the original lies. */
@Component
class SealedNames {

    private static final List<String> PERSONAL =
            List.of("signatories", "placeOfOriginal", "interpreter", "scanSha256", "declineNote");

    private static final String PLACE = "consent.sealed";

    private final Vault vault;
    private final ObjectMapper json;

    SealedNames(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(CaseId caseId, JsonNode answers) {
        var personal = ((ObjectNode) answers.deepCopy()).retain(PERSONAL);
        return vault.seal(caseId, Controller.HOME, PLACE, personal.toString());
    }

    List<Signatory> open(CaseId caseId, byte[] sealed) {
        var all = new ArrayList<Signatory>();
        for (var signatory :
                read(vault.open(caseId, Controller.HOME, PLACE, sealed)).path("signatories")) {
            all.add(new Signatory(
                    signatory.path("name").asText(),
                    signatory.path("relation").asText(),
                    LocalDate.parse(signatory.path("date").asText())));
        }
        return List.copyOf(all);
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A consent was sealed that is no JSON", e);
        }
    }
}
