package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;

/** Evaluated decisions with their inputs and the outputs of the rules that matched. */
final class DecisionEvents {

    private DecisionEvents() {}

    static void apply(Happening event, DecisionEvaluationRecordValue value, Batch batch) {
        var decisions = value.getEvaluatedDecisions();
        for (int i = 0; i < decisions.size(); i++) {
            var decision = decisions.get(i);
            var id = event.key() + "-" + (i + 1);
            boolean failed = event.intent() == DecisionEvaluationIntent.FAILED && i == decisions.size() - 1;
            batch.created(Table.DECISION_INSTANCE, id)
                    .set("decision_evaluation_key", event.key())
                    .set("state", failed ? "FAILED" : "EVALUATED")
                    .setTime("evaluation_date", event.at())
                    .set("evaluation_failure", failed ? value.getEvaluationFailureMessage() : null)
                    .set("decision_definition_id", decision.getDecisionId())
                    .set("decision_definition_name", decision.getDecisionName())
                    .set("decision_definition_version", decision.getDecisionVersion())
                    .set("decision_definition_type", decision.getDecisionType())
                    .set("decision_definition_key", decision.getDecisionKey())
                    .set("result", decision.getDecisionOutput())
                    .set("process_definition_key", value.getProcessDefinitionKey())
                    .set("process_instance_key", value.getProcessInstanceKey())
                    .set("element_instance_key", value.getElementInstanceKey());
            inputs(id, decision, batch);
            outputs(id, decision, batch);
        }
    }

    private static void inputs(String id, EvaluatedDecisionValue decision, Batch batch) {
        int position = 0;
        for (var input : decision.getEvaluatedInputs()) {
            batch.created(Table.DECISION_INPUT, id, position++)
                    .set("input_id", input.getInputId())
                    .set("input_name", input.getInputName())
                    .set("input_value", input.getInputValue());
        }
    }

    private static void outputs(String id, EvaluatedDecisionValue decision, Batch batch) {
        int position = 0;
        for (var rule : decision.getMatchedRules()) {
            for (var output : rule.getEvaluatedOutputs()) {
                batch.created(Table.DECISION_OUTPUT, id, position++)
                        .set("rule_id", rule.getRuleId())
                        .set("rule_index", rule.getRuleIndex())
                        .set("output_id", output.getOutputId())
                        .set("output_name", output.getOutputName())
                        .set("output_value", output.getOutputValue());
            }
        }
    }
}
