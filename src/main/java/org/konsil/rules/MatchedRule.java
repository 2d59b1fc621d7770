package org.konsil.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a decision table that matched.
 *
 * @param row its place in the table, from 1
 * @param description the row's annotation in the DMN file, empty if there is none; process owners write the source there
 * @param outputs the row's outputs by their names
 */
public record MatchedRule(
        String decisionId, String ruleId, int row, String description, Map<String, @Nullable Object> outputs) {

    public MatchedRule {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
