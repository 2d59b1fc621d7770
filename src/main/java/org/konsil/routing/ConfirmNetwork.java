package org.konsil.routing;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.NetworkId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code confirm-network}: the sponsor chooses from the ranking, or any other network with a reason. */
@Component
class ConfirmNetwork implements HumanStep {

    private static final List<String> CHOICE = List.of("network", "reasonNotFirst", "coNetworks", "messageToNetwork");

    private final Routings routings;
    private final NetworkOptions options;
    private final CaseFiles cases;

    ConfirmNetwork(Routings routings, NetworkOptions options, CaseFiles cases) {
        this.routings = routings;
        this.options = options;
        this.cases = cases;
    }

    @Override
    public Set<String> forms() {
        return Set.of("confirm-network");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var round = routings.open(task.caseId());
        var data = options.of(round.ranking());
        if (round.choice() != null) {
            cases.latest(task.caseId(), "confirm-network")
                    .ifPresent(before -> CHOICE.forEach(key -> copy(before.answers(), key, data)));
        }
        return data;
    }

    /** Another sponsor answers for the network chosen: what the first one chose, and why, is there to be confirmed. */
    private static void copy(JsonNode before, String key, ObjectNode data) {
        if (before.hasNonNull(key)) data.set(key, before.get(key));
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var network = NetworkId.of(answers.path("network").asText());
        var others = StreamSupport.stream(answers.path("coNetworks").spliterator(), false)
                .map(other -> NetworkId.of(other.asText()))
                .collect(toSet());
        return Map.of("sponsorStands", routings.choose(task.caseId(), network, others, by));
    }
}
