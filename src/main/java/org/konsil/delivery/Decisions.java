package org.konsil.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** What the home clinician decided on each recommendation, sealed: it tells which treatment a patient got. */
@Component
class Decisions {

    private final Vault vault;
    private final ObjectMapper json;

    Decisions(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(CaseId caseId, int item, String decision) {
        var content = json.createObjectNode().put("decision", decision);
        return vault.seal(caseId, Controller.HOME, place(item), content.toString());
    }

    /** An empty text where it was erased. */
    String open(CaseId caseId, int item, byte[] sealed) {
        try {
            return sealed.length == 0
                    ? ""
                    : json.readTree(vault.open(caseId, Controller.HOME, place(item), sealed))
                            .path("decision")
                            .asText();
        } catch (ContentErased e) {
            return "";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision was sealed that is no JSON", e);
        }
    }

    private static String place(int item) {
        return "advice_answer.sealed:" + item;
    }
}
