package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.referral.NewRounds;
import org.springframework.stereotype.Component;

/** The form {@code review-superseded}: the home clinician lets the care go on, or has the network call a panel again. */
@Component
class SupersededAdvice implements HumanStep {

    private final NewRounds rounds;

    SupersededAdvice(NewRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Set<String> forms() {
        return Set.of("review-superseded");
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (answers.path("supersededDecision").asText().equals("ask-again")) {
            rounds.supersede(task.caseId(), by);
        }
        return Map.of();
    }
}
