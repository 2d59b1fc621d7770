package org.konsil.panel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.springframework.stereotype.Component;

/** Which conflicts of interest an expert disclosed, sealed: earlier treatment names who knows the patient. */
@Component
class Disclosures {

    private final Sealed sealed;
    private final ObjectMapper json;

    Disclosures(Sealed sealed, ObjectMapper json) {
        this.sealed = sealed;
        this.json = json;
    }

    byte[] seal(Invitation invitation) {
        var content = json.createObjectNode().put("disclosed", invitation.disclosed());
        return sealed.tree(invitation.caseId(), place(invitation.id()), content);
    }

    /** An empty text where nothing was disclosed or it was erased. */
    String open(CaseId caseId, UUID invitation, byte @Nullable [] kept) {
        try {
            return kept == null || kept.length == 0
                    ? ""
                    : sealed.openTree(caseId, place(invitation), kept)
                            .path("disclosed")
                            .asText();
        } catch (ContentErased e) {
            return "";
        }
    }

    private static String place(UUID invitation) {
        return "panel_invitation.sealed:" + invitation;
    }
}
