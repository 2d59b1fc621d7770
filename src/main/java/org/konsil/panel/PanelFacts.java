package org.konsil.panel;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.NetworkId;
import org.konsil.routing.Routings;
import org.konsil.rules.CaseFacts;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** On what the composition of a panel is decided: network, urgency, question, child or adult, and the day. */
@Component
class PanelFacts implements CaseFacts {

    private static final int MAJORITY = 18;

    private final CaseFiles cases;
    private final Rules rules;
    private final Routings routings;
    private final PanelRows panels;
    private final ContributionRows contributions;
    private final Clock clock;

    PanelFacts(
            CaseFiles cases,
            Rules rules,
            Routings routings,
            PanelRows panels,
            ContributionRows contributions,
            Clock clock) {
        this.cases = cases;
        this.rules = rules;
        this.routings = routings;
        this.panels = panels;
        this.contributions = contributions;
        this.clock = clock;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("panel-composition", "panel-quorum", "panel-minimum", "panel-floor");
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        return about(caseId);
    }

    private Map<String, Object> about(CaseId caseId) {
        var summary = cases.summary(caseId);
        var clinical = cases.clinical(caseId);
        var facts = new HashMap<String, Object>();
        facts.put("urgency", summary.urgency().code());
        facts.put("question", clinical.path("question").asText(""));
        var age = clinical.path("ageYears");
        facts.put("ageGroup", !age.isNumber() ? "unknown" : age.asDouble() < MAJORITY ? "child" : "adult");
        var network = summary.network();
        if (network != null) {
            facts.put("network", network.value());
        }
        facts.put("contributing", contributing(caseId));
        facts.put("day", Days.of(clock.instant()).toString());
        return facts;
    }

    int quorum(CaseId caseId) {
        return number(caseId, "panel-quorum");
    }

    int floor(CaseId caseId) {
        return number(caseId, "panel-floor");
    }

    /** For a panel that is to be convened by these networks, the one that leads first. */
    PanelAdvice advice(CaseId caseId, List<NetworkId> networks) {
        var about = about(caseId);
        return new PanelAdvice(
                networks, disciplines(about, networks), number("panel-minimum", about), number("panel-quorum", about));
    }

    /** What the table asks of each of these networks, together. */
    List<String> disciplines(CaseId caseId, List<NetworkId> networks) {
        return disciplines(about(caseId), networks);
    }

    private List<String> disciplines(Map<String, Object> about, List<NetworkId> networks) {
        return networks.stream()
                .flatMap(network -> disciplines(about, network).stream())
                .distinct()
                .toList();
    }

    private List<String> disciplines(Map<String, Object> about, NetworkId network) {
        var asked = new HashMap<>(about);
        asked.put("network", network.value());
        return rules.decide("panel-composition", asked).list().stream()
                .map(String::valueOf)
                .toList();
    }

    /** While a panel is at work those that have a part in it, before that those that the sponsor chose. */
    private long contributing(CaseId caseId) {
        return panels.of(caseId)
                .filter(panel -> !panel.isOver())
                .map(panel -> contributions.of(panel).stream()
                        .filter(Contribution::isOn)
                        .count())
                .orElseGet(() -> (long) routings.coNetworks(caseId).size());
    }

    private int number(CaseId caseId, String decision) {
        return number(decision, about(caseId));
    }

    private int number(String decision, Map<String, Object> about) {
        var answer = rules.decide(decision, about).answer();
        return answer instanceof Number number ? number.intValue() : 1;
    }
}
