package org.konsil.rights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** What an erasure takes away, and which copies of key and ciphertext lie elsewhere until when. */
@Component
class CopiesLeft {

    private static final List<String> OF_HOME = List.of(
            "identity",
            "clinical-content",
            "consent-signatories",
            "filled-in-forms",
            "attachments",
            "advice-received",
            "request-texts");
    private static final List<String> OF_NETWORK =
            List.of("opinions", "discussion", "drafts", "panel-notes", "filled-in-forms", "attachments");

    private final Vault vault;
    private final ObjectMapper json;

    CopiesLeft(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** Codes of what becomes unreadable. */
    List<String> erased(Controller controller) {
        return controller == Controller.HOME ? OF_HOME : OF_NETWORK;
    }

    /** Each copy with its state: unreadable at once, or readable until its backup expires. */
    ArrayNode left(CaseId caseId, Controller controller, Instant now) {
        var all = json.createArrayNode();
        all.addObject()
                .put("where", "database-and-files")
                .put("state", "unreadable")
                .put("since", now.toString());
        all.addObject().put("where", "data-backups").put("state", "unreadable").put("since", now.toString());
        all.addObject().put("where", "key-store").put("state", "destroyed").put("since", now.toString());
        all.addObject()
                .put("where", "key-backups")
                .put("state", "expires")
                .put("until", vault.copiesGoneBy(caseId, controller).toString());
        return all;
    }
}
