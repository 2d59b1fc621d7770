package org.konsil.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.rules.CaseFacts;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** On what the composition of a panel is decided: network, urgency, question, child or adult. */
@Component
class PanelFacts implements CaseFacts {

    private static final int MAJORITY = 18;

    private final CaseFiles cases;
    private final Rules rules;

    PanelFacts(CaseFiles cases, Rules rules) {
        this.cases = cases;
        this.rules = rules;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("panel-composition", "panel-quorum", "panel-minimum");
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
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
        return facts;
    }

    int quorum(CaseId caseId) {
        return number(caseId, "panel-quorum");
    }

    int minimum(CaseId caseId) {
        return number(caseId, "panel-minimum");
    }

    List<String> disciplines(CaseId caseId) {
        return rules.decide("panel-composition", about(caseId, "panel-composition")).list().stream()
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    private int number(CaseId caseId, String decision) {
        var answer = rules.decide(decision, about(caseId, decision)).answer();
        return answer instanceof Number number ? number.intValue() : 1;
    }
}
