package org.konsil.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.advice.Outcomes;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The home clinician answers each recommendation; none may be left out. */
@Component
class AdviceReview implements HumanStep {

    private final Outcomes outcomes;
    private final Answers answers;
    private final DeliverySteps steps;

    AdviceReview(Outcomes outcomes, Answers answers, DeliverySteps steps) {
        this.outcomes = outcomes;
        this.answers = answers;
        this.steps = steps;
    }

    @Override
    public Set<String> forms() {
        return Set.of("review-advice");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var data = JsonNodeFactory.instance.objectNode();
        var items = data.putArray("items");
        outcomes.recommendations(task.caseId())
                .forEach(recommendation -> items.addObject().put("recommendation", recommendation));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode said, Actor by) {
        var items = said.path("items");
        var expected = outcomes.recommendations(task.caseId()).size();
        if (items.size() != expected) {
            throw new NotEveryItemAnswered(expected, items.size());
        }
        for (int item = 0; item < items.size(); item++) {
            answers.save(new Answer(
                    task.caseId(), item + 1, items.get(item).path("decision").asText()));
        }
        steps.answered(task.caseId());
        return Map.of();
    }
}
