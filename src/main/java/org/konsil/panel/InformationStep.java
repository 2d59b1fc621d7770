package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Submission;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code supply-information}: what the dispatcher found missing, or what the lead asked for. */
@Component
class InformationStep implements HumanStep {

    private final CaseFiles cases;
    private final Assessments assessments;

    InformationStep(CaseFiles cases, Assessments assessments) {
        this.cases = cases;
        this.assessments = assessments;
    }

    @Override
    public Set<String> forms() {
        return Set.of("supply-information");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var subject = task.subjectId();
        if (subject == null) {
            var triage = cases.latest(task.caseId(), "triage")
                    .map(Submission::answers)
                    .orElseGet(JsonNodeFactory.instance::objectNode);
            return items(triage.path("missingItems"), "");
        }
        var asked = assessments.asked(task.caseId(), UUID.fromString(subject));
        return items(asked.path("askItems"), asked.path("askNote").asText(""));
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var subject = task.subjectId();
        if (subject != null) {
            assessments.answered(UUID.fromString(subject));
        }
        return Map.of();
    }

    private static ObjectNode items(JsonNode asked, String note) {
        var data = JsonNodeFactory.instance.objectNode().put("askedNote", note);
        var items = data.putArray("items");
        asked.forEach(it -> items.addObject()
                .put("item", it.path("item").asText())
                .put("why", it.path("why").asText("")));
        return data;
    }
}
