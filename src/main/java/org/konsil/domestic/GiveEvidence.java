package org.konsil.domestic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.konsil.domestic.Evidence.Kind;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The forms that add to the evidence: a centre's opinion, a national meeting, the home clinician's own. */
@Component
class GiveEvidence implements HumanStep {

    private static final Map<String, Kind> KINDS = Map.of(
            "domestic-opinion", Kind.OPINION,
            "national-meeting", Kind.MEETING,
            "complete-evidence", Kind.OWN);

    private final EvidenceRows evidence;
    private final MissingEvidence missing;
    private final ObjectMapper json;
    private final Clock clock;

    GiveEvidence(EvidenceRows evidence, MissingEvidence missing, ObjectMapper json, Clock clock) {
        this.evidence = evidence;
        this.missing = missing;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return KINDS.keySet();
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var prefill = json.createObjectNode();
        if (task.formId().equals("complete-evidence")) {
            prefill.put("missing", missing.of(task.caseId()));
        }
        return prefill;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (!answers.path("evidenceStep").asText().equals("waiver")) {
            var kind = Objects.requireNonNull(KINDS.get(task.formId()));
            evidence.add(task.caseId(), task.key(), new Evidence(kind, by, clock.instant(), answers));
        }
        return Map.of();
    }
}
