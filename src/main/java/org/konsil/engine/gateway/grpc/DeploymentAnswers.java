package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRequirementsMetadataValue;
import io.camunda.zeebe.protocol.record.value.deployment.FormMetadataValue;
import io.camunda.zeebe.protocol.record.value.deployment.ProcessMetadataValue;
import org.konsil.engine.core.Answer;

/** What was deployed: also what was there already, with the version that it has. */
final class DeploymentAnswers {

    private DeploymentAnswers() {}

    static DeployResourceResponse resources(Answer answer) {
        var deployment = answer.as(new DeploymentRecord());
        var response = DeployResourceResponse.newBuilder().setKey(answer.key()).setTenantId(deployment.getTenantId());
        deployment
                .getProcessesMetadata()
                .forEach(one -> response.addDeploymentsBuilder().setProcess(process(one)));
        deployment
                .getDecisionsMetadata()
                .forEach(one -> response.addDeploymentsBuilder().setDecision(decision(one)));
        deployment
                .getDecisionRequirementsMetadata()
                .forEach(one -> response.addDeploymentsBuilder().setDecisionRequirements(requirements(one)));
        deployment
                .getFormMetadata()
                .forEach(one -> response.addDeploymentsBuilder().setForm(form(one)));
        return response.build();
    }

    static DeployProcessResponse processes(Answer answer) {
        var response = DeployProcessResponse.newBuilder().setKey(answer.key());
        answer.as(new DeploymentRecord()).getProcessesMetadata().forEach(one -> response.addProcesses(process(one)));
        return response.build();
    }

    private static ProcessMetadata process(ProcessMetadataValue one) {
        return ProcessMetadata.newBuilder()
                .setBpmnProcessId(one.getBpmnProcessId())
                .setVersion(one.getVersion())
                .setProcessDefinitionKey(one.getProcessDefinitionKey())
                .setResourceName(one.getResourceName())
                .setTenantId(one.getTenantId())
                .build();
    }

    private static DecisionMetadata decision(DecisionRecordValue one) {
        return DecisionMetadata.newBuilder()
                .setDmnDecisionId(one.getDecisionId())
                .setDmnDecisionName(one.getDecisionName())
                .setVersion(one.getVersion())
                .setDecisionKey(one.getDecisionKey())
                .setDmnDecisionRequirementsId(one.getDecisionRequirementsId())
                .setDecisionRequirementsKey(one.getDecisionRequirementsKey())
                .setTenantId(one.getTenantId())
                .build();
    }

    private static DecisionRequirementsMetadata requirements(DecisionRequirementsMetadataValue one) {
        return DecisionRequirementsMetadata.newBuilder()
                .setDmnDecisionRequirementsId(one.getDecisionRequirementsId())
                .setDmnDecisionRequirementsName(one.getDecisionRequirementsName())
                .setVersion(one.getDecisionRequirementsVersion())
                .setDecisionRequirementsKey(one.getDecisionRequirementsKey())
                .setResourceName(one.getResourceName())
                .setTenantId(one.getTenantId())
                .build();
    }

    private static FormMetadata form(FormMetadataValue one) {
        return FormMetadata.newBuilder()
                .setFormId(one.getFormId())
                .setVersion(one.getVersion())
                .setFormKey(one.getFormKey())
                .setResourceName(one.getResourceName())
                .setTenantId(one.getTenantId())
                .build();
    }
}
