package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Submission;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code approve-fewer}: a second person agrees that the panel goes on below its quorum, or does not. */
@Component
class FewerStep implements HumanStep {

    private final Convening convening;
    private final Panels panels;
    private final PanelFacts facts;
    private final CaseFiles cases;

    FewerStep(Convening convening, Panels panels, PanelFacts facts, CaseFiles cases) {
        this.convening = convening;
        this.panels = panels;
        this.facts = facts;
        this.cases = cases;
    }

    @Override
    public Set<String> forms() {
        return Set.of("approve-fewer");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var caseId = task.caseId();
        var data = JsonNodeFactory.instance.objectNode();
        data.put("fewerReason", asked(caseId).answers().path("fewerReason").asText(""));
        data.put(
                "accepted",
                panels.invitations(caseId).stream()
                        .filter(Invitation::takesPart)
                        .count());
        data.put("quorum", panels.of(caseId).map(Panel::quorum).orElse(0));
        data.put("floor", facts.floor(caseId));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (asked(task.caseId()).by().userId().equals(by.userId())) {
            throw new SameCoordinator(task.caseId());
        }
        convening.requireTooFew(task.caseId());
        if (answers.path("fewerDecision").asText().equals("approved")) {
            convening.goOnWithFewer(task.caseId(), by);
        }
        return Map.of();
    }

    private Submission asked(CaseId caseId) {
        return cases.latest(caseId, "replace-experts").orElseThrow(() -> new NoPanel(caseId));
    }
}
