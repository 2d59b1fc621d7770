package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;

/**
 * That a controller's copy was erased. It names the case by its number only, because it has to outlive what it certifies.
 *
 * @param document JSON, exactly as it was signed
 * @param signature Ed25519 over the document, Base64
 */
record Certificate(
        UUID id,
        CaseId caseId,
        Controller controller,
        Instant issuedAt,
        String document,
        JsonNode content,
        String signature) {

    public String controllerCode() {
        return controller == Controller.HOME ? "home" : "network";
    }
}
