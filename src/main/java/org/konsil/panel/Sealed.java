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

    byte[] text(CaseId caseId, String text) {
        return vault.seal(caseId, Controller.NETWORK, text);
    }

    String open(CaseId caseId, byte[] sealed) {
        return vault.open(caseId, Controller.NETWORK, sealed);
    }

    byte[] tree(CaseId caseId, JsonNode tree) {
        return text(caseId, tree.toString());
    }

    JsonNode openTree(CaseId caseId, byte[] sealed) {
        try {
            return json.readTree(open(caseId, sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the panel kept is no JSON", e);
        }
    }
}
