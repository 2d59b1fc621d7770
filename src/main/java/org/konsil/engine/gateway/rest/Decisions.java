package org.konsil.engine.gateway.rest;

import io.camunda.client.protocol.rest.EvaluateDecisionResult;
import io.camunda.client.protocol.rest.EvaluatedDecisionInputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionOutputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionResult;
import io.camunda.client.protocol.rest.MatchedDecisionRuleItem;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.konsil.engine.core.Command;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** Decisions: evaluate one, look at those that were. */
final class Decisions {

    private final Asking engine;
    private final Lists lists;

    Decisions(Asking engine, Searches searches) {
        this.engine = engine;
        this.lists = new Lists(searches);
    }

    void register(Calls calls) {
        calls.add("POST", "/v2/decision-definitions/evaluation", this::evaluate)
                .add("POST", "/v2/decision-instances/search", lists.search(Subject.DECISION_INSTANCES))
                .add("GET", "/v2/decision-instances/{decisionEvaluationInstanceKey}", this::get);
    }

    private Reply get(Call call) {
        var id = call.text("decisionEvaluationInstanceKey");
        var instance = new LinkedHashMap<>(lists.searches()
                .get(Subject.DECISION_INSTANCES, id)
                .orElseThrow(() -> Problem.notFound("Decision Instance", id)));
        var details = lists.searches().details().decisions();
        instance.put("evaluatedInputs", details.inputs(id));
        instance.put("matchedRules", details.matchedRules(id));
        return Reply.ok(instance);
    }

    private Reply evaluate(Call call) throws IOException {
        var body = call.requiredBody();
        new Violations(body)
                .oneOf("decisionDefinitionId", "decisionDefinitionKey")
                .refuse();
        long key = body.key("decisionDefinitionKey");
        var record = new DecisionEvaluationRecord()
                .setDecisionId(body.text("decisionDefinitionId"))
                .setDecisionKey(key)
                .setTenantId(body.tenant());
        body.variables(record::setVariables);
        var answer = engine.ask(Command.of(ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, record));
        return Reply.ok(result(answer.key(), answer.as(new DecisionEvaluationRecord())));
    }

    private static EvaluateDecisionResult result(long key, DecisionEvaluationRecord done) {
        var result = new EvaluateDecisionResult()
                .decisionEvaluationKey(String.valueOf(key))
                .decisionInstanceKey(String.valueOf(key))
                .decisionDefinitionId(done.getDecisionId())
                .decisionDefinitionName(done.getDecisionName())
                .decisionDefinitionVersion(done.getDecisionVersion())
                .decisionDefinitionKey(String.valueOf(done.getDecisionKey()))
                .decisionRequirementsId(done.getDecisionRequirementsId())
                .decisionRequirementsKey(String.valueOf(done.getDecisionRequirementsKey()))
                .output(done.getDecisionOutput())
                .failedDecisionDefinitionId(done.getFailedDecisionId())
                .failureMessage(done.getEvaluationFailureMessage())
                .tenantId(Tenant.ONLY);
        int number = 0;
        for (var decision : done.getEvaluatedDecisions()) {
            result.addEvaluatedDecisionsItem(show(key + "-" + ++number, decision));
        }
        return result;
    }

    private static EvaluatedDecisionResult show(String id, EvaluatedDecisionValue decision) {
        var shown = new EvaluatedDecisionResult()
                .decisionEvaluationInstanceKey(id)
                .decisionDefinitionId(decision.getDecisionId())
                .decisionDefinitionName(decision.getDecisionName())
                .decisionDefinitionVersion((int) decision.getDecisionVersion())
                .decisionDefinitionKey(String.valueOf(decision.getDecisionKey()))
                .decisionDefinitionType(decision.getDecisionType())
                .output(decision.getDecisionOutput())
                .tenantId(Tenant.ONLY);
        decision.getEvaluatedInputs()
                .forEach(input -> shown.addEvaluatedInputsItem(new EvaluatedDecisionInputItem()
                        .inputId(input.getInputId())
                        .inputName(input.getInputName())
                        .inputValue(input.getInputValue())));
        decision.getMatchedRules().forEach(rule -> shown.addMatchedRulesItem(show(rule)));
        return shown;
    }

    private static MatchedDecisionRuleItem show(MatchedRuleValue rule) {
        var shown = new MatchedDecisionRuleItem().ruleId(rule.getRuleId()).ruleIndex(rule.getRuleIndex());
        rule.getEvaluatedOutputs()
                .forEach(output -> shown.addEvaluatedOutputsItem(new EvaluatedDecisionOutputItem()
                        .outputId(output.getOutputId())
                        .outputName(output.getOutputName())
                        .outputValue(output.getOutputValue())));
        return shown;
    }
}
