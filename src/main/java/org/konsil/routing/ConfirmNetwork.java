package org.konsil.routing;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.konsil.kernel.Actor;
import org.konsil.kernel.NetworkId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code confirm-network}: the sponsor chooses from the ranking, or any other network with a reason. */
@Component
class ConfirmNetwork implements HumanStep {

    private final Routings routings;
    private final NetworkOptions options;

    ConfirmNetwork(Routings routings, NetworkOptions options) {
        this.routings = routings;
        this.options = options;
    }

    @Override
    public Set<String> forms() {
        return Set.of("confirm-network");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        return options.of(routings.open(task.caseId()).ranking());
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
