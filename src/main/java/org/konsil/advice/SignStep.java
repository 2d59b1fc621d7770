package org.konsil.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code sign-outcome}: agree, or dissent in words that the document prints. */
@Component
class SignStep implements HumanStep {

    private final Outcomes outcomes;

    SignStep(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Set<String> forms() {
        return Set.of("sign-outcome");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var data = JsonNodeFactory.instance.objectNode();
        outcomes.of(task.caseId()).ifPresent(outcome -> data.put("summary", outcome.summary()));
        return data.put("recommendationsText", String.join("\n", outcomes.recommendations(task.caseId())));
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var agrees = answers.path("signDecision").asText().equals("agree");
        outcomes.sign(
                task.caseId(), agrees, agrees ? "" : answers.path("dissentText").asText(""), by);
        return Map.of();
    }
}
