package org.konsil.rights;

import org.konsil.casefile.CaseFiles;
import org.konsil.consent.ScopeWithdrawn;
import org.konsil.kernel.CaseState;
import org.konsil.vault.Controller;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Care was withdrawn after the advice was delivered: the home provider's aftercare goes on as its own, and the network is asked what
 * becomes of its copy. Before delivery the referral's own process asks.
 */
@Component
class AfterWithdrawal {

    private final CaseFiles cases;
    private final Controllers controllers;
    private final PartRows parts;
    private final RightsRequests requests;

    AfterWithdrawal(CaseFiles cases, Controllers controllers, PartRows parts, RightsRequests requests) {
        this.cases = cases;
        this.controllers = controllers;
        this.parts = parts;
        this.requests = requests;
    }

    @EventListener
    void on(ScopeWithdrawn event) {
        var about = cases.summary(event.caseId());
        var isAsked = parts.of(event.caseId()).stream()
                .anyMatch(part -> part.isOpen() && part.kind().erases() && part.controller() == Controller.NETWORK);
        if (event.scope().isCare()
                && !isAsked
                && about.state().compareTo(CaseState.DELIVERED) >= 0
                && controllers.concerned(about).contains(Controller.NETWORK)) {
            requests.openOwn(event.caseId(), Kind.ERASURE, Controller.NETWORK);
        }
    }
}
