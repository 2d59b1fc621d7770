package org.konsil.panel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** What the panel says, sealed under the network's key of the case. */
@Component("panelSealed")
class Sealed {

    private final Vault vault;
    private final ObjectMapper json;

    Sealed(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] text(CaseId caseId, String place, String text) {
        return vault.seal(caseId, Controller.NETWORK, place, text);
    }

    String open(CaseId caseId, String place, byte[] sealed) {
        return vault.open(caseId, Controller.NETWORK, place, sealed);
    }

    byte[] tree(CaseId caseId, String place, JsonNode tree) {
        return text(caseId, place, tree.toString());
    }

    JsonNode openTree(CaseId caseId, String place, byte[] sealed) {
        try {
            return json.readTree(open(caseId, place, sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the panel kept is no JSON", e);
        }
    }
}
