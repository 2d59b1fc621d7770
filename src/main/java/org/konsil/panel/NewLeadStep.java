package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Group;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code appoint-lead}: another lead of the network, an expert who takes part, or another expert of the network leads the panel from now on. */
@Component
class NewLeadStep implements HumanStep {

    private final PanelRows panels;
    private final InvitationRows invitations;
    private final Leads leads;
    private final Access access;
    private final Directory directory;

    NewLeadStep(PanelRows panels, InvitationRows invitations, Leads leads, Access access, Directory directory) {
        this.panels = panels;
        this.invitations = invitations;
        this.leads = leads;
        this.access = access;
        this.directory = directory;
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
        candidates(panel)
                .forEach(it -> options.addObject().put("value", it.userId()).put("label", it.displayName()));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        leads.appoint(panels.lock(id(task)), answers.path("newLead").asText(), by);
        return Map.of();
    }

    private Stream<Person> candidates(Panel panel) {
        var ofNetwork = access.holders(new Group("lead", panel.network().value())).stream();
        var ofPanel = invitations.of(panel).stream()
                .filter(Invitation::takesPart)
                .flatMap(it -> access.person(it.expert()).stream());
        var others = directory.expertsOf(panel.network()).stream().flatMap(it -> access.person(it.userId()).stream());
        var out = leads.excluded(panel);
        return Stream.of(ofNetwork, ofPanel, others)
                .flatMap(it -> it)
                .distinct()
                .filter(it -> !it.userId().equals(panel.lead()) && !out.contains(it.userId()));
    }

    private static UUID id(HumanTask task) {
        return UUID.fromString(Objects.requireNonNull(task.subjectId()));
    }
}
