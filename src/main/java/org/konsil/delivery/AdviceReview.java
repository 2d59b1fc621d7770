package org.konsil.delivery;

import static java.util.Collections.frequency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.advice.Outcomes;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The home clinician answers each recommendation; none may be left out. */
@Component
class AdviceReview implements HumanStep {

    private final Outcomes outcomes;
    private final Answers answers;
    private final Decisions decisions;
    private final DeliverySteps steps;
    private final Audit audit;

    AdviceReview(Outcomes outcomes, Answers answers, Decisions decisions, DeliverySteps steps, Audit audit) {
        this.outcomes = outcomes;
        this.answers = answers;
        this.decisions = decisions;
        this.steps = steps;
        this.audit = audit;
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
    public Map<String, Object> answered(HumanTask task, JsonNode review, Actor by) {
        var items = review.path("items");
        var expected = outcomes.recommendations(task.caseId()).size();
        if (items.size() != expected) {
            throw new NotEveryItemAnswered(expected, items.size());
        }
        for (int item = 0; item < items.size(); item++) {
            var decision = items.get(item).path("decision").asText();
            answers.save(new Answer(task.caseId(), item + 1, decisions.seal(task.caseId(), item + 1, decision)));
        }
        steps.answered(task.caseId());
        var said = items.findValuesAsText("decision");
        audit.record(Entry.done(by, "advice-answered", task.caseId())
                .with("accepted", frequency(said, "accepted"))
                .with("modified", frequency(said, "modified"))
                .with("rejected", frequency(said, "rejected")));
        return Map.of();
    }
}
