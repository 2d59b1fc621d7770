package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code release-letter}: the whole letter to read; released as it is, or written anew. */
@Component
class ReleaseLetter implements HumanStep {

    private final Letters letters;

    ReleaseLetter(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Set<String> forms() {
        return Set.of("release-letter");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var data = JsonNodeFactory.instance.objectNode();
        letters.draft(task.caseId()).ifPresent(letter -> data.put("letterText", letters.words(letter)));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (answers.path("letterDecision").asText().equals("release")) {
            letters.release(task.caseId(), by);
        }
        return Map.of();
    }
}
