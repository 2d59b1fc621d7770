package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.konsil.audit.Audit;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code propose-experts}: a network that is to help proposes experts of its own, or declines and loses the case at once. */
@Component
class ContributionStep implements HumanStep {

    private final PanelRows panels;
    private final ContributionRows rows;
    private final Contributions contributions;
    private final InvitationRows invitations;
    private final Invitations inviting;
    private final Suitable suitable;
    private final PanelFacts facts;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    ContributionStep(
            PanelRows panels,
            ContributionRows rows,
            Contributions contributions,
            InvitationRows invitations,
            Invitations inviting,
            Suitable suitable,
            PanelFacts facts,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.panels = panels;
        this.rows = rows;
        this.contributions = contributions;
        this.invitations = invitations;
        this.inviting = inviting;
        this.suitable = suitable;
        this.facts = facts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("propose-experts");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var own = contribution(task);
        var panel = panels.get(own.panelId());
        var data = JsonNodeFactory.instance.objectNode();
        data.put(
                "leadNetwork",
                directory
                        .network(panel.network())
                        .map(Network::name)
                        .orElse(panel.network().value()));
        data.put(
                "disciplinesAdvised",
                String.join(", ", facts.disciplines(task.caseId(), List.of(own.network())))
                        .replace('-', ' '));
        data.put("opinionDue", panel.opinionDue().toString());
        data.set(
                "expertOptions",
                suitable.options(suitable.next(panel, List.of(own.network()), invitations.of(panel)), own.network()));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var panel = panels.lock(contribution(task).panelId());
        var own = contribution(task);
        if (answers.path("contributionDecision").asText().equals("contribute")) {
            rows.keep(own.answered(Contribution.State.CONTRIBUTES, null));
            var proposed = StreamSupport.stream(answers.path("experts").spliterator(), false)
                    .map(JsonNode::asText);
            inviting.ask(panel, suitable.named(task.caseId(), proposed));
            audit.record(Contributions.entry(by, "network-contributes", own));
        } else {
            contributions.end(
                    own.answered(Contribution.State.DECLINED, clock.instant()), Contribution.State.DECLINED, by);
        }
        return Map.of();
    }

    private Contribution contribution(HumanTask task) {
        return rows.get(UUID.fromString(Objects.requireNonNull(task.subjectId())));
    }
}
