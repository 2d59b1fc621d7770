package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.resource.ResourceDeletionRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceDeletionIntent;
import org.konsil.engine.core.Command;

/** What is asked about models: deploy, delete, evaluate. */
final class ModelCommands {

    private ModelCommands() {}

    static Command deploy(DeployResourceRequest request) {
        var record = new DeploymentRecord().setTenantId(Json.tenant(request.getTenantId()));
        for (var resource : request.getResourcesList())
            record.resources()
                    .add()
                    .setResourceName(resource.getName())
                    .setResource(resource.getContent().toByteArray());
        return Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record);
    }

    static Command deploy(DeployProcessRequest request) {
        var record = new DeploymentRecord().setTenantId(Json.tenant(""));
        for (var process : request.getProcessesList())
            record.resources()
                    .add()
                    .setResourceName(process.getName())
                    .setResource(process.getDefinition().toByteArray());
        return Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record);
    }

    static Command delete(DeleteResourceRequest request) {
        var record = new ResourceDeletionRecord().setResourceKey(request.getResourceKey());
        var command = Command.of(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, record);
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }

    static Command evaluate(EvaluateDecisionRequest request) {
        var record = new DecisionEvaluationRecord()
                .setTenantId(Json.tenant(request.getTenantId()))
                .setVariables(Json.pack(request.getVariables()));
        if (request.getDecisionKey() > 0) record.setDecisionKey(request.getDecisionKey());
        else record.setDecisionId(request.getDecisionId());
        return Command.of(ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, record);
    }
}
