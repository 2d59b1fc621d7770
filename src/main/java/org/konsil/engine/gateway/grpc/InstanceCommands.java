package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRuntimeInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.RuntimeInstructionType;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.util.HashSet;
import org.konsil.engine.core.Command;

/** What is asked about process instances. */
final class InstanceCommands {

    private InstanceCommands() {}

    static Command create(CreateProcessInstanceRequest request) {
        var command = Command.of(
                ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation(request));
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }

    static Command createWithResult(CreateProcessInstanceWithResultRequest request) {
        var record = creation(request.getRequest()).setFetchVariables(request.getFetchVariablesList());
        return Command.of(
                ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT, record);
    }

    private static ProcessInstanceCreationRecord creation(CreateProcessInstanceRequest request) {
        var record = new ProcessInstanceCreationRecord()
                .setBpmnProcessId(request.getBpmnProcessId())
                .setProcessDefinitionKey(request.getProcessDefinitionKey())
                .setVersion(request.getVersion())
                .setTenantId(Json.tenant(request.getTenantId()))
                .setTags(new HashSet<>(request.getTagsList()))
                .setVariables(Json.pack(request.getVariables()));
        for (var start : request.getStartInstructionsList())
            record.addStartInstruction(
                    new ProcessInstanceCreationStartInstruction().setElementId(start.getElementId()));
        for (var instruction : request.getRuntimeInstructionsList())
            record.addRuntimeInstruction(new ProcessInstanceCreationRuntimeInstruction()
                    .setType(RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE)
                    .setAfterElementId(instruction.getTerminate().getAfterElementId()));
        return record;
    }

    static Command cancel(CancelProcessInstanceRequest request) {
        long key = request.getProcessInstanceKey();
        var record = new ProcessInstanceRecord().setProcessInstanceKey(key);
        var command = Command.on(key, ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, record);
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }

    static Command setVariables(SetVariablesRequest request) {
        var record = new VariableDocumentRecord()
                .setScopeKey(request.getElementInstanceKey())
                .setVariables(Json.pack(request.getVariables()))
                .setUpdateSemantics(
                        request.getLocal()
                                ? VariableDocumentUpdateSemantic.LOCAL
                                : VariableDocumentUpdateSemantic.PROPAGATE);
        var command = Command.of(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, record);
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }

    static Command resolve(ResolveIncidentRequest request) {
        var command =
                Command.on(request.getIncidentKey(), ValueType.INCIDENT, IncidentIntent.RESOLVE, new IncidentRecord());
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }
}
