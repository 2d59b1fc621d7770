package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionInput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionOutput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedInputValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedOutputValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import org.konsil.engine.core.Answer;

/** A decision's outcome with the inputs it read and the rules that matched. */
final class DecisionAnswers {

    private DecisionAnswers() {}

    static EvaluateDecisionResponse evaluated(Answer answer) {
        var record = answer.as(new DecisionEvaluationRecord());
        return EvaluateDecisionResponse.newBuilder()
                .setDecisionKey(record.getDecisionKey())
                .setDecisionId(record.getDecisionId())
                .setDecisionName(record.getDecisionName())
                .setDecisionVersion(record.getDecisionVersion())
                .setDecisionRequirementsId(record.getDecisionRequirementsId())
                .setDecisionRequirementsKey(record.getDecisionRequirementsKey())
                .setDecisionOutput(record.getDecisionOutput())
                .setFailedDecisionId(record.getFailedDecisionId())
                .setFailureMessage(record.getEvaluationFailureMessage())
                .setTenantId(record.getTenantId())
                .setDecisionInstanceKey(answer.key())
                .setDecisionEvaluationKey(answer.key())
                .addAllEvaluatedDecisions(record.getEvaluatedDecisions().stream()
                        .map(DecisionAnswers::decision)
                        .toList())
                .build();
    }

    private static EvaluatedDecision decision(EvaluatedDecisionValue one) {
        return EvaluatedDecision.newBuilder()
                .setDecisionKey(one.getDecisionKey())
                .setDecisionId(one.getDecisionId())
                .setDecisionName(one.getDecisionName())
                .setDecisionVersion(one.getDecisionVersion())
                .setDecisionType(one.getDecisionType())
                .setDecisionOutput(one.getDecisionOutput())
                .setTenantId(one.getTenantId())
                .setDecisionEvaluationInstanceKey(one.getDecisionEvaluationInstanceKey())
                .addAllEvaluatedInputs(one.getEvaluatedInputs().stream()
                        .map(DecisionAnswers::input)
                        .toList())
                .addAllMatchedRules(one.getMatchedRules().stream()
                        .map(DecisionAnswers::rule)
                        .toList())
                .build();
    }

    private static EvaluatedDecisionInput input(EvaluatedInputValue one) {
        return EvaluatedDecisionInput.newBuilder()
                .setInputId(one.getInputId())
                .setInputName(one.getInputName())
                .setInputValue(one.getInputValue())
                .build();
    }

    private static MatchedDecisionRule rule(MatchedRuleValue one) {
        return MatchedDecisionRule.newBuilder()
                .setRuleId(one.getRuleId())
                .setRuleIndex(one.getRuleIndex())
                .addAllEvaluatedOutputs(one.getEvaluatedOutputs().stream()
                        .map(DecisionAnswers::output)
                        .toList())
                .build();
    }

    private static EvaluatedDecisionOutput output(EvaluatedOutputValue one) {
        return EvaluatedDecisionOutput.newBuilder()
                .setOutputId(one.getOutputId())
                .setOutputName(one.getOutputName())
                .setOutputValue(one.getOutputValue())
                .build();
    }
}
