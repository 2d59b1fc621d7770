package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Urgency;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code triage}: an urgency agreed with the home clinician becomes the case's. */
@Component
class TriageStep implements HumanStep {

    private final CaseFiles cases;
    private final Directory directory;

    TriageStep(CaseFiles cases, Directory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    @Override
    public Set<String> forms() {
        return Set.of("triage");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var summary = cases.summary(task.caseId());
        var data = JsonNodeFactory.instance.objectNode();
        data.put("urgencyAsked", summary.urgency().code());
        data.put("urgencyAgreed", summary.urgency().code());
        var networks = data.putArray("networks");
        directory.networks().stream()
                .filter(network -> !network.id().equals(summary.network()))
                .forEach(network -> networks.addObject()
                        .put("value", network.id().value())
                        .put("label", network.name() + ": " + network.area()));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var agreed = Urgency.of(answers.path("urgencyAgreed").asText());
        if (cases.summary(task.caseId()).urgency() != agreed) {
            cases.reconsider(task.caseId(), agreed, by);
        }
        return Map.of();
    }
}
