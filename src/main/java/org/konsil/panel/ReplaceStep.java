package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.NetworkId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code replace-experts}: how a panel goes on that has too few experts. */
@Component
class ReplaceStep implements HumanStep {

    private final Convening convening;
    private final Panels panels;
    private final Contributions contributions;
    private final PanelFacts facts;
    private final Suitable suitable;
    private final Directory directory;
    private final Proposals proposals;

    ReplaceStep(
            Convening convening,
            Panels panels,
            Contributions contributions,
            PanelFacts facts,
            Suitable suitable,
            Directory directory,
            Proposals proposals) {
        this.convening = convening;
        this.panels = panels;
        this.contributions = contributions;
        this.facts = facts;
        this.suitable = suitable;
        this.directory = directory;
        this.proposals = proposals;
    }

    @Override
    public Set<String> forms() {
        return Set.of("replace-experts");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var caseId = task.caseId();
        var panel = panels.of(caseId).orElseThrow(() -> new NoPanel(caseId));
        var before = panels.invitations(caseId);
        var networks = contributions.networks(panel);
        var conflicts = suitable.conflicts(caseId);
        var data = JsonNodeFactory.instance.objectNode();
        data.set(
                "expertOptions",
                proposals.options(proposals.toAdd(panel, networks, before, conflicts), panel.network()));
        data.set("guestOptions", suitable.options(suitable.guests(caseId, before, conflicts), panel.network()));
        data.put("away", suitable.away(networks));
        data.put("conflicts", String.join("; ", suitable.inConflict(networks, conflicts)));
        data.put("quorum", panel.quorum());
        data.put("floor", facts.floor(caseId));
        data.put("accepted", before.stream().filter(Invitation::takesPart).count());
        data.put("waiting", before.stream().filter(Invitation::isOpen).count());
        var others = data.putArray("networkOptions");
        var asked = contributions.asked(panel);
        directory.networks().stream()
                .filter(network -> !asked.contains(network.id()))
                .forEach(network -> others.addObject()
                        .put("value", network.id().value())
                        .put("label", network.name() + " (" + network.area() + ")"));
        return data;
    }

    /** @throws NothingToReplace where enough have accepted meanwhile. @throws TooFewExperts where fewer are wanted than the table {@code panel-floor} allows, or too few are invited */
    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var caseId = task.caseId();
        convening.requireTooFew(caseId);
        convening.forgetWanted(caseId);
        switch (answers.path("replaceDecision").asText()) {
            case "invite" -> convening.replace(caseId, answers, by);
            case "add-network" ->
                convening.widen(caseId, NetworkId.of(answers.path("addNetwork").asText()), by);
            case "fewer" -> convening.requireFloor(caseId);
            default -> panels.end(caseId);
        }
        return Map.of();
    }
}
