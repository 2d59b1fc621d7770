package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code appoint-lead}: another lead of the network, an expert who takes part, or another expert of the network leads the panel from now on. */
@Component
class NewLeadStep implements HumanStep {

    private final PanelRows panels;
    private final Leads leads;
    private final LeadCandidates candidates;
    private final Access access;

    NewLeadStep(PanelRows panels, Leads leads, LeadCandidates candidates, Access access) {
        this.panels = panels;
        this.leads = leads;
        this.candidates = candidates;
        this.access = access;
    }

    @Override
    public Set<String> forms() {
        return Set.of("appoint-lead");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var panel = panels.get(id(task));
        var data = JsonNodeFactory.instance.objectNode();
        data.put("gone", access.person(panel.lead()).map(Person::displayName).orElse(panel.lead()));
        var options = data.putArray("leadOptions");
        candidates
                .toSucceed(panel)
                .forEach(it -> options.addObject().put("value", it.userId()).put("label", it.displayName()));
        data.put("nobodyMayLead", options.isEmpty());
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        leads.appoint(panels.lock(id(task)), answers.path("newLead").asText(), by);
        return Map.of();
    }

    private static UUID id(HumanTask task) {
        return UUID.fromString(Objects.requireNonNull(task.subjectId()));
    }
}
