package org.konsil.consent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Agreement;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.access.Grants.Standing;
import org.konsil.access.Relation;
import org.konsil.kernel.CaseId;
import org.konsil.process.WorkOffered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the grants of those outside the home provider follow what the newest consent says. */
@Component
class Outsiders {

    private static final Map<As, Relation> OUTSIDE = Map.of(
            As.DOMESTIC, Relation.DOMESTIC,
            As.NETWORK, Relation.COORDINATOR,
            As.CO_NETWORK, Relation.CO_NETWORK,
            As.LEAD, Relation.PANEL_LEAD,
            As.INVITED, Relation.INVITED,
            As.PANEL, Relation.PANEL_MEMBER,
            As.FUNDING, Relation.FUNDING_BODY);

    private final Grants grants;
    private final Agreement agreement;
    private final ApplicationEventPublisher events;

    Outsiders(Grants grants, Agreement agreement, ApplicationEventPublisher events) {
        this.grants = grants;
        this.agreement = agreement;
        this.events = events;
    }

    /**
     * Whom it does not cover is held back, and let in again by a later version that does, unless the part that they were let in for is
     * over by then.
     *
     * @param until the end of the version before; null if it set none or there was none
     */
    void follow(Consent now, @Nullable Instant until) {
        var caseId = now.caseId();
        var end = now.document().end();
        if (until != null && now.given()) {
            grants.renew(new Sharing.Answer(caseId, end), until);
        }
        for (var held : grants.heldBack(caseId)) {
            if (covers(caseId, held)) {
                grants.giveBack(new Sharing.Answer(caseId, end), held);
            }
        }
        for (var held : grants.held(caseId)) {
            if (!OUTSIDE.containsKey(held.as())) {
                continue;
            }
            if (!covers(caseId, held)) {
                grants.holdBack(caseId, held);
            } else if (end != null) {
                grants.limit(caseId, held, end);
            }
        }
        events.publishEvent(new WorkOffered.Again(caseId));
    }

    private boolean covers(CaseId caseId, Standing held) {
        var relation = OUTSIDE.get(held.as());
        return relation != null && agreement.covers(caseId, relation, held.holder());
    }
}
