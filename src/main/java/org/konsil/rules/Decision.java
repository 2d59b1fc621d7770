package org.konsil.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule answered, and everything needed to account for it.
 *
 * @param decisionId the decision that was asked
 * @param answer JSON-like: text, truth value, number, list or map; null when no row of the table matched
 * @param matched the rows that matched, of this decision and of those it requires, in the order of evaluation
 * @param version SHA-256 of the DMN file, 64 hexadecimal digits
 * @param inputs the facts that were handed in, clinical ones included: keep them encrypted
 */
public record Decision(
        String decisionId,
        @Nullable Object answer,
        List<MatchedRule> matched,
        String version,
        Map<String, @Nullable Object> inputs) {

    public Decision {
        matched = List.copyOf(matched);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** Whether a row matched, or a literal expression gave a value. */
    public boolean isAnswered() {
        return answer != null;
    }

    /** The answer as text, for decisions with one output of type string. */
    public String text() {
        return as(String.class);
    }

    /** The answer as a map, for tables with several outputs and a single-hit policy. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> map() {
        return as(Map.class);
    }

    /** The answer as a list, for the hit policies COLLECT, RULE ORDER and OUTPUT ORDER. */
    @SuppressWarnings("unchecked")
    public List<@Nullable Object> list() {
        return as(List.class);
    }

    private <T> T as(Class<T> type) {
        if (!type.isInstance(answer)) {
            var found = answer == null ? "nothing" : answer.getClass().getSimpleName();
            throw new RuleFailed(
                    decisionId,
                    "answered " + found + " where a " + type.getSimpleName() + " is expected",
                    "check the hit policy and the outputs of the decision");
        }
        return type.cast(answer);
    }
}
