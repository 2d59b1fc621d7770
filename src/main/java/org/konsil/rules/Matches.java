package org.konsil.rules;

import io.camunda.zeebe.dmn.DecisionEvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from the evaluator's result which rows matched. */
final class Matches {

    private Matches() {}

    static List<MatchedRule> of(DmnFile file, DecisionEvaluationResult result) {
        var rows = new ArrayList<MatchedRule>();
        for (var decision : result.getEvaluatedDecisions()) {
            for (var rule : decision.matchedRules()) {
                var outputs = new TreeMap<String, @Nullable Object>();
                rule.evaluatedOutputs().forEach(out -> outputs.put(out.outputName(), Values.read(out.outputValue())));
                var description = file.description(decision.decisionId(), rule.ruleIndex());
                rows.add(new MatchedRule(decision.decisionId(), rule.ruleId(), rule.ruleIndex(), description, outputs));
            }
        }
        return rows;
    }
}
