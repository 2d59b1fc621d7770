package org.konsil.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** An application for treatment abroad, or an appeal, goes to the competent institution: only what the patient agreed to goes there. */
@Component
class ApplyAbroad implements HumanStep {

    private final Sharing sharing;

    ApplyAbroad(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public Set<String> forms() {
        return Set.of("abroad-application", "appeal");
    }

    @Override
    @Shares(Scope.TREATMENT_ABROAD)
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        sharing.require(task.caseId(), Scope.TREATMENT_ABROAD, Recipient.domestic());
        return Map.of();
    }
}
