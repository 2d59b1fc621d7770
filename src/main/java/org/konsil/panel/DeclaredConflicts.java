package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** The four kinds of conflict of interest that every member of a panel declares, the lead too, and their effect by the table {@code conflict-of-interest}. */
@Component
class DeclaredConflicts {

    private static final Map<String, String> FIELDS = Map.of(
            "conflictFinancial", "financial",
            "conflictInstitutional", "institutional",
            "conflictPersonal", "personal",
            "conflictPriorTreatment", "prior-treatment");

    private final Rules rules;

    DeclaredConflicts(Rules rules) {
        this.rules = rules;
    }

    /** The kinds that were answered with yes. */
    static List<String> in(JsonNode answers) {
        return FIELDS.entrySet().stream()
                .filter(it -> answers.path(it.getKey()).asText().equals("yes"))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** Whether one of them keeps its holder off the panel; the others are disclosed in the outcome. */
    boolean exclude(List<String> declared) {
        return declared.stream()
                .anyMatch(conflict -> "decline"
                        .equals(rules.decide("conflict-of-interest", Map.of("conflict", conflict))
                                .answer()));
    }
}
