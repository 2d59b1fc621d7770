package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationMappingInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationTerminateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationVariableInstruction;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceModificationIntent;
import org.konsil.engine.core.Command;

/** Moving running instances: to other elements, to another version. */
final class ChangeCommands {

    private ChangeCommands() {}

    static Command modify(ModifyProcessInstanceRequest request) {
        long key = request.getProcessInstanceKey();
        var record = new ProcessInstanceModificationRecord().setProcessInstanceKey(key);
        for (var activate : request.getActivateInstructionsList()) record.addActivateInstruction(activation(activate));
        for (var terminate : request.getTerminateInstructionsList())
            record.addTerminateInstruction(new ProcessInstanceModificationTerminateInstruction()
                    .setElementInstanceKey(terminate.getElementInstanceKey()));
        var command = Command.on(
                key, ValueType.PROCESS_INSTANCE_MODIFICATION, ProcessInstanceModificationIntent.MODIFY, record);
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }

    private static ProcessInstanceModificationActivateInstruction activation(
            ModifyProcessInstanceRequest.ActivateInstruction given) {
        var instruction = new ProcessInstanceModificationActivateInstruction()
                .setElementId(given.getElementId())
                .setAncestorScopeKey(given.getAncestorElementInstanceKey());
        for (var variables : given.getVariableInstructionsList())
            instruction.addVariableInstruction(new ProcessInstanceModificationVariableInstruction()
                    .setElementId(variables.getScopeId())
                    .setVariables(Json.pack(variables.getVariables())));
        return instruction;
    }

    static Command migrate(MigrateProcessInstanceRequest request) {
        long key = request.getProcessInstanceKey();
        var plan = request.getMigrationPlan();
        var record = new ProcessInstanceMigrationRecord()
                .setProcessInstanceKey(key)
                .setTargetProcessDefinitionKey(plan.getTargetProcessDefinitionKey());
        for (var mapping : plan.getMappingInstructionsList())
            record.addMappingInstruction(new ProcessInstanceMigrationMappingInstruction()
                    .setSourceElementId(mapping.getSourceElementId())
                    .setTargetElementId(mapping.getTargetElementId()));
        var command =
                Command.on(key, ValueType.PROCESS_INSTANCE_MIGRATION, ProcessInstanceMigrationIntent.MIGRATE, record);
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }
}
