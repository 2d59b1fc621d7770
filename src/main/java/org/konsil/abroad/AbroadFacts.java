package org.konsil.abroad;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.CaseId;
import org.konsil.rules.CaseFacts;
import org.springframework.stereotype.Component;

/** On what the rules for treatment abroad decide: the newest application, and how often it was refused. */
@Component
class AbroadFacts implements CaseFacts {

    private static final String APPEALS = "abroad-appeals";

    private final Applications applications;
    private final Ways ways;

    AbroadFacts(Applications applications, Ways ways) {
        this.applications = applications;
        this.ways = ways;
    }

    @Override
    public Set<String> decisions() {
        return Set.of(APPEALS, "application-complete");
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        return decisionId.equals(APPEALS) ? instance(caseId) : completeness(caseId);
    }

    /** Country, day, how often the newest application was refused, and the route that it asked for. */
    Map<String, Object> instance(CaseId caseId) {
        var facts = new HashMap<>(ways.place(caseId));
        facts.put("instance", applications.refusals(caseId));
        applications.latest(caseId).map(Applications::route).ifPresent(route -> facts.put("route", route));
        return facts;
    }

    private Map<String, Object> completeness(CaseId caseId) {
        return Map.of(
                "routeOpen",
                applications.isRouteOpen(caseId),
                "missing",
                applications.missing(caseId).size());
    }
}
