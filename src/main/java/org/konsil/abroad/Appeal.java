package org.konsil.abroad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** The form {@code appeal}: tells who hears it, by which rule, as the table {@code abroad-appeals} says. */
@Component
class Appeal implements HumanStep {

    private final Rules rules;
    private final AbroadFacts facts;
    private final ObjectMapper json;

    Appeal(Rules rules, AbroadFacts facts, ObjectMapper json) {
        this.rules = rules;
        this.facts = facts;
        this.json = json;
    }

    @Override
    public Set<String> forms() {
        return Set.of("appeal");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var prefill = json.createObjectNode();
        rules.decide("abroad-appeals", facts.instance(task.caseId())).matched().stream()
                .findFirst()
                .ifPresent(row -> prefill.put("rule", row.description()));
        return prefill;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        return Map.of();
    }
}
