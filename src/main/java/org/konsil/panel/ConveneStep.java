package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.routing.Routings;
import org.springframework.stereotype.Component;

/** The form {@code convene-panel}: experts are proposed with reasons; the coordinator accepts or changes the proposal, and all are invited in one act. */
@Component
class ConveneStep implements HumanStep {

    private final Convening convening;
    private final PanelFacts facts;
    private final Suitable suitable;
    private final Routings routings;
    private final CaseFiles cases;
    private final LeadCandidates candidates;
    private final Proposals proposals;

    ConveneStep(
            Convening convening,
            PanelFacts facts,
            Suitable suitable,
            Routings routings,
            CaseFiles cases,
            LeadCandidates candidates,
            Proposals proposals) {
        this.convening = convening;
        this.facts = facts;
        this.suitable = suitable;
        this.routings = routings;
        this.cases = cases;
        this.candidates = candidates;
        this.proposals = proposals;
    }

    @Override
    public Set<String> forms() {
        return Set.of("convene-panel");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var caseId = task.caseId();
        var network = Objects.requireNonNull(cases.summary(caseId).network());
        var helping = routings.coNetworks(caseId);
        var advice = facts.advice(
                caseId, Stream.concat(Stream.of(network), helping.stream()).toList());
        var data = JsonNodeFactory.instance.objectNode();
        var conflicts = suitable.conflicts(caseId);
        var proposal = proposals.toConvene(caseId, advice, conflicts);
        data.set("expertOptions", proposals.options(proposal, network));
        var chosen = data.putArray("experts");
        proposal.chosen().forEach(it -> chosen.add(it.expert().userId()));
        data.set("guestOptions", suitable.options(suitable.guests(caseId, List.of(), conflicts), network));
        data.put("disciplinesAdvised", String.join(", ", advice.disciplines()).replace('-', ' '));
        data.put("contributing", suitable.names(helping).collect(Collectors.joining(", ")));
        data.put("away", suitable.away(advice.networks()));
        data.put("conflicts", String.join("; ", suitable.inConflict(advice.networks(), conflicts)));
        data.put("minimumAdvised", advice.minimum());
        data.put("quorumAdvised", advice.quorum());
        var leads = data.putArray("leads");
        candidates
                .toConvene(caseId, network)
                .forEach(it -> leads.addObject().put("value", it.userId()).put("label", it.displayName()));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        convening.convene(task.caseId(), answers, by);
        return Map.of();
    }
}
