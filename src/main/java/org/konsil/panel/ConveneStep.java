package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Group;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The forms {@code convene-panel} and {@code replace-experts}: the coordinator chooses lead and experts, the best suited first. */
@Component
class ConveneStep implements HumanStep {

    private static final String CONVENE = "convene-panel";

    private final Convening convening;
    private final Panels panels;
    private final PanelFacts facts;
    private final Suitable suitable;
    private final CaseFiles cases;
    private final Access access;

    ConveneStep(
            Convening convening, Panels panels, PanelFacts facts, Suitable suitable, CaseFiles cases, Access access) {
        this.convening = convening;
        this.panels = panels;
        this.facts = facts;
        this.suitable = suitable;
        this.cases = cases;
        this.access = access;
    }

    @Override
    public Set<String> forms() {
        return Set.of(CONVENE, "replace-experts");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var caseId = task.caseId();
        var network = Objects.requireNonNull(cases.summary(caseId).network());
        var isFirst = task.formId().equals(CONVENE);
        var before = isFirst ? List.<Invitation>of() : panels.invitations(caseId);
        var data = JsonNodeFactory.instance.objectNode();
        data.set("expertOptions", suitable.options(suitable.next(caseId, network, before)));
        data.set("guestOptions", suitable.options(suitable.guests(caseId, before)));
        data.put(
                "disciplinesAdvised",
                String.join(", ", facts.disciplines(caseId)).replace('-', ' '));
        data.put("minimumAdvised", facts.minimum(caseId));
        data.put("quorumAdvised", facts.quorum(caseId));
        data.put("quorum", panels.of(caseId).map(Panel::quorum).orElseGet(() -> facts.quorum(caseId)));
        data.put("accepted", before.stream().filter(Invitation::takesPart).count());
        data.put("waiting", before.stream().filter(Invitation::isOpen).count());
        var leads = data.putArray("leads");
        access.holders(new Group("lead", network.value()))
                .forEach(lead -> leads.addObject().put("value", lead.userId()).put("label", lead.displayName()));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (task.formId().equals(CONVENE)) {
            convening.convene(task.caseId(), answers, by);
        } else if (answers.path("replaceDecision").asText().equals("invite")) {
            convening.replace(task.caseId(), answers, by);
        } else {
            panels.end(task.caseId());
        }
        return Map.of();
    }
}
