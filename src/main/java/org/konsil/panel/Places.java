package org.konsil.panel;

import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.access.Grants.Standing;
import org.springframework.stereotype.Component;

/** Ends what people of a panel were let in for, each part by itself: whoever leads and advises gives up one and keeps the other. */
@Component
class Places {

    private final Grants grants;

    Places(Grants grants) {
        this.grants = grants;
    }

    /** As an expert, invited or taking part. */
    void leave(Invitation invitation) {
        grants.revoke(invitation.caseId(), new Standing(invitation.expert(), As.INVITED));
        grants.revoke(invitation.caseId(), new Standing(invitation.expert(), As.PANEL));
    }

    void leaveLead(Panel panel) {
        grants.revoke(panel.caseId(), new Standing(panel.lead(), As.LEAD));
    }
}
