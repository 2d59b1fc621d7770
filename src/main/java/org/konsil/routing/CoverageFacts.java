package org.konsil.routing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.konsil.consent.Consents;
import org.konsil.consent.Scope;
import org.konsil.kernel.CaseId;
import org.konsil.rules.CaseFacts;
import org.springframework.stereotype.Component;

/** On what is decided whether the consent covers the networks chosen. */
@Component
class CoverageFacts implements CaseFacts {

    private final Routings routings;
    private final Consents consents;

    CoverageFacts(Routings routings, Consents consents) {
        this.routings = routings;
        this.consents = consents;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("consent-covers");
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        var choice = routings.open(caseId).requireChoice();
        var recipients = consents.of(caseId).orElseThrow().recipients();
        var notNamed = Stream.concat(Stream.of(choice.network()), choice.coNetworks().stream())
                .filter(network -> !recipients.networks().contains(network))
                .count();
        return Map.of(
                "careHolds", Scope.CARE.stream().allMatch(scope -> consents.holds(caseId, scope)),
                "anyErn", recipients.anyNetwork(),
                "notNamed", notNamed);
    }
}
