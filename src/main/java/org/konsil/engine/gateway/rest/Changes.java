package org.konsil.engine.gateway.rest;

import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationMappingInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationTerminateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationVariableInstruction;

/** Reads how an instance shall be modified or migrated. */
final class Changes {

    private Changes() {}

    static ProcessInstanceModificationRecord modification(long instance, Body body) {
        check(body);
        var record = new ProcessInstanceModificationRecord().setProcessInstanceKey(instance);
        for (var one : body.objects("activateInstructions")) {
            var activation = new ProcessInstanceModificationActivateInstruction()
                    .setElementId(one.text("elementId"))
                    .setAncestorScopeKey(one.key("ancestorElementInstanceKey"));
            for (var set : one.objects("variableInstructions")) {
                var variables = new ProcessInstanceModificationVariableInstruction().setElementId(set.text("scopeId"));
                set.variables(variables::setVariables);
                activation.addVariableInstruction(variables);
            }
            record.addActivateInstruction(activation);
        }
        for (var one : body.objects("terminateInstructions")) {
            record.addTerminateInstruction(new ProcessInstanceModificationTerminateInstruction()
                    .setElementInstanceKey(one.requiredKey("elementInstanceKey")));
        }
        return record;
    }

    private static void check(Body body) {
        var activated = body.objects("activateInstructions");
        new Violations(body)
                .unless(activated.stream().allMatch(it -> it.has("elementId")), "No elementId provided")
                .unless(
                        activated.stream()
                                .flatMap(it -> it.objects("variableInstructions").stream())
                                .noneMatch(it -> it.object("variables").json().isEmpty()),
                        "No variables provided")
                .unless(
                        body.objects("terminateInstructions").stream().allMatch(it -> it.has("elementInstanceKey")),
                        "No elementInstanceKey provided")
                .refuse();
    }

    static ProcessInstanceMigrationRecord migration(long instance, Body body) {
        var mappings = body.objects("mappingInstructions");
        new Violations(body)
                .given("targetProcessDefinitionKey")
                .unless(!mappings.isEmpty(), "No mappingInstructions provided")
                .unless(
                        mappings.stream()
                                .noneMatch(it -> it.text("sourceElementId").isEmpty()
                                        || it.text("targetElementId").isEmpty()),
                        "All [sourceElementId, targetElementId] are required")
                .refuse();
        var record = new ProcessInstanceMigrationRecord().setProcessInstanceKey(instance);
        record.setTargetProcessDefinitionKey(body.requiredKey("targetProcessDefinitionKey"));
        for (var one : mappings) {
            record.addMappingInstruction(new ProcessInstanceMigrationMappingInstruction()
                    .setSourceElementId(one.required("sourceElementId"))
                    .setTargetElementId(one.required("targetElementId")));
        }
        return record;
    }
}
