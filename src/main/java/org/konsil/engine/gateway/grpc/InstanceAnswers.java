package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import org.konsil.engine.core.Answer;

/** Process instances as clients see them. */
final class InstanceAnswers {

    private InstanceAnswers() {}

    static CreateProcessInstanceResponse created(Answer answer) {
        var instance = answer.as(new ProcessInstanceCreationRecord());
        return CreateProcessInstanceResponse.newBuilder()
                .setProcessInstanceKey(instance.getProcessInstanceKey())
                .setProcessDefinitionKey(instance.getProcessDefinitionKey())
                .setBpmnProcessId(instance.getBpmnProcessId())
                .setVersion(instance.getVersion())
                .setTenantId(instance.getTenantId())
                .addAllTags(instance.getTags())
                .build();
    }

    static CreateProcessInstanceWithResultResponse result(Answer answer) {
        var instance = answer.as(new ProcessInstanceResultRecord());
        return CreateProcessInstanceWithResultResponse.newBuilder()
                .setProcessInstanceKey(instance.getProcessInstanceKey())
                .setProcessDefinitionKey(instance.getProcessDefinitionKey())
                .setBpmnProcessId(instance.getBpmnProcessId())
                .setVersion(instance.getVersion())
                .setTenantId(instance.getTenantId())
                .addAllTags(instance.getTags())
                .setVariables(Json.unpack(instance.getVariablesBuffer()))
                .build();
    }
}
