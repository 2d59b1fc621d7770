package org.konsil.rights;

import org.konsil.access.Grants;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** Lets the network's coordinator deal with its own copy, with or without consent, as long as something is asked of it. */
@Component
class Seats {

    private final Grants grants;
    private final PartRows parts;

    Seats(Grants grants, PartRows parts) {
        this.grants = grants;
        this.parts = parts;
    }

    void open(CaseId caseId, Controller controller, Group handler) {
        if (controller == Controller.NETWORK) {
            grants.toController(caseId, handler);
        }
    }

    /** Ends it once nothing is asked any more. */
    void leave(CaseId caseId) {
        if (parts.of(caseId).stream().noneMatch(part -> part.controller() == Controller.NETWORK && part.isOpen())) {
            grants.revokeAll(caseId, Grants.As.CONTROLLER);
        }
    }
}
