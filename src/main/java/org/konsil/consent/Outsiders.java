package org.konsil.consent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Agreement;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.access.Relation;
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

    /** @param until the end of the version before; null if it set none or there was none */
    void follow(Consent now, @Nullable Instant until) {
        var caseId = now.caseId();
        var end = now.document().end();
        if (until != null && now.given()) {
            grants.renew(new Sharing.Answer(caseId, end), until);
        }
        for (var held : grants.held(caseId)) {
            var relation = OUTSIDE.get(held.as());
            if (relation != null && !agreement.covers(caseId, relation, held.holder())) {
                grants.revoke(caseId, held);
            } else if (relation != null && end != null) {
                grants.limit(caseId, held, end);
            }
        }
        events.publishEvent(new WorkOffered.Again(caseId));
    }
}
