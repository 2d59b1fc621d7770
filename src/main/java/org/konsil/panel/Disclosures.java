package org.konsil.panel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.LateSealing;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Which conflicts of interest an expert disclosed, sealed: earlier treatment names who knows the patient. */
@Component
class Disclosures implements SmartInitializingSingleton {

    private static final LateSealing.Old OLD =
            new LateSealing.Old("panel_invitation", "id", List.of("disclosed"), "sealed", Controller.NETWORK);

    private final Sealed sealed;
    private final LateSealing late;
    private final ObjectMapper json;

    Disclosures(Sealed sealed, LateSealing late, ObjectMapper json) {
        this.sealed = sealed;
        this.late = late;
        this.json = json;
    }

    byte[] seal(Invitation invitation) {
        var content = json.createObjectNode().put("disclosed", invitation.disclosed());
        return sealed.tree(invitation.caseId(), OLD.place(invitation.id()), content);
    }

    /** An empty text where nothing was disclosed or it was erased. */
    String open(CaseId caseId, UUID invitation, byte @Nullable [] kept) {
        try {
            return kept == null || kept.length == 0
                    ? ""
                    : sealed.openTree(caseId, OLD.place(invitation), kept)
                            .path("disclosed")
                            .asText();
        } catch (ContentErased e) {
            return "";
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        late.seal(OLD);
    }
}
