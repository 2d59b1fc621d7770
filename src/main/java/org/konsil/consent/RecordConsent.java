package org.konsil.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code record-consent}: a new version of the case's consent. An extension that is declined leaves what was there. */
@Component
class RecordConsent implements HumanStep {

    private static final String EXTENSION = "extend-consent";
    private static final Map<String, Asked> ASKED = Map.of(
            "record-consent", Asked.TO_SHARE,
            "renew-consent", Asked.BEFORE_IT_ENDS,
            "renew-ended-consent", Asked.BEFORE_IT_ENDS);

    private final Consents consents;
    private final ConsentPrefill prefill;

    RecordConsent(Consents consents, ConsentPrefill prefill) {
        this.consents = consents;
        this.prefill = prefill;
    }

    @Override
    public Set<String> forms() {
        return Set.of("record-consent");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        return prefill.of(task.caseId());
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (task.elementId().equals(EXTENSION)
                && answers.path("consentGiven").asText().equals("no")) {
            consents.keepAsItIs(task.caseId(), by);
        } else {
            consents.record(task.caseId(), answers, by, ASKED.getOrDefault(task.elementId(), Asked.BY_NOBODY));
        }
        return Map.of();
    }
}
