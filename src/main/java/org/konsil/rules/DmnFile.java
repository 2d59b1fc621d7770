package org.konsil.rules;

import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import java.util.List;
import java.util.Map;

/** One parsed DMN file: its name, its SHA-256 and the rows of its tables by decision id. */
record DmnFile(String name, String version, ParsedDecisionRequirementsGraph parsed, Map<String, List<Row>> tables) {

    record Row(String ruleId, String description) {}

    /** @param row from 1 */
    String description(String decisionId, int row) {
        var rows = tables.getOrDefault(decisionId, List.of());
        return row >= 1 && row <= rows.size() ? rows.get(row - 1).description() : "";
    }
}
