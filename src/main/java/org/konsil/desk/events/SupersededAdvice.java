package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.referral.NewRounds;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** The form {@code review-superseded}: the home clinician lets the care go on, or has the network call a panel again. */
@Component
class SupersededAdvice implements HumanStep {

    private final NewRounds rounds;
    private final CopiesKept copies;

    SupersededAdvice(NewRounds rounds, CopiesKept copies) {
        this.rounds = rounds;
        this.copies = copies;
    }

    @Override
    public Set<String> forms() {
        return Set.of("review-superseded");
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (answers.path("supersededDecision").asText().equals("ask-again")) {
            if (!copies.isKept(task.caseId(), Controller.NETWORK)) {
                throw new NetworkCopyErased();
            }
            rounds.supersede(task.caseId(), by);
        }
        return Map.of();
    }
}
