package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.konsil.delivery.Deliveries;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code inform-patient}: the conversation, with the letter that was released for it. */
@Component
class InformPatient implements HumanStep {

    private final Letters letters;
    private final Deliveries deliveries;

    InformPatient(Letters letters, Deliveries deliveries) {
        this.letters = letters;
        this.deliveries = deliveries;
    }

    @Override
    public Set<String> forms() {
        return Set.of("inform-patient");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var data = JsonNodeFactory.instance.objectNode();
        letters.released(task.caseId())
                .ifPresent(letter -> data.put("letterVersion", String.valueOf(letter.number()))
                        .put(
                                "language",
                                Locale.forLanguageTag(letter.language()).getDisplayLanguage(Locale.ENGLISH))
                        .put("interpreter", letter.interpreter() ? "yes" : "no"));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        deliveries.informed(task.caseId());
        return Map.of();
    }
}
