package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;

/** Process instances, their elements, and the sequence flows they took. */
final class InstanceEvents {

    private InstanceEvents() {}

    static void apply(Happening event, ProcessInstanceRecordValue value, Definitions definitions, Batch batch) {
        boolean whole = value.getBpmnElementType() == BpmnElementType.PROCESS;
        switch ((ProcessInstanceIntent) event.intent()) {
            case SEQUENCE_FLOW_TAKEN -> flow(value, batch);
            case ELEMENT_ACTIVATING -> {
                if (whole) {
                    startInstance(event, value, definitions, batch);
                } else {
                    startElement(event, value, definitions, batch);
                }
            }
            case ELEMENT_COMPLETED -> end(event, whole, "COMPLETED", batch);
            case ELEMENT_TERMINATED -> end(event, whole, "TERMINATED", batch);
            case ELEMENT_MIGRATED -> {
                if (whole) {
                    describe(batch.changed(Table.PROCESS_INSTANCE, event.key()), value, definitions);
                } else {
                    place(batch.changed(Table.ELEMENT_INSTANCE, event.key()), value, definitions);
                }
            }
            default -> {}
        }
    }

    private static void startInstance(
            Happening event, ProcessInstanceRecordValue value, Definitions definitions, Batch batch) {
        var row = batch.created(Table.PROCESS_INSTANCE, event.key())
                .setKey("parent_process_instance_key", value.getParentProcessInstanceKey())
                .setKey("parent_element_instance_key", value.getParentElementInstanceKey())
                .setTime("start_date", event.at())
                .set("state", "ACTIVE")
                .set("incidents", 0)
                .setText("tags", Tags.join(value.getTags()));
        describe(row, value, definitions);
    }

    private static void describe(Row row, ProcessInstanceRecordValue value, Definitions definitions) {
        var definition = definitions.get(value.getProcessDefinitionKey());
        row.set("process_definition_key", value.getProcessDefinitionKey())
                .set("process_definition_id", value.getBpmnProcessId())
                .set("process_definition_name", definition.names().titleOf(value.getBpmnProcessId()))
                .set("process_definition_version", value.getVersion())
                .setText("process_definition_version_tag", definition.versionTag());
    }

    private static void startElement(
            Happening event, ProcessInstanceRecordValue value, Definitions definitions, Batch batch) {
        var row = batch.created(Table.ELEMENT_INSTANCE, event.key())
                .set("process_instance_key", value.getProcessInstanceKey())
                .set("element_type", value.getBpmnElementType().name())
                .set("scope_key", value.getFlowScopeKey())
                .setTime("start_date", event.at())
                .set("state", "ACTIVE")
                .set("incidents", 0);
        place(row, value, definitions);
    }

    private static void place(Row row, ProcessInstanceRecordValue value, Definitions definitions) {
        var names = definitions.get(value.getProcessDefinitionKey()).names();
        row.set("process_definition_key", value.getProcessDefinitionKey())
                .set("process_definition_id", value.getBpmnProcessId())
                .set("element_id", value.getElementId())
                .set("element_name", names.titleOf(value.getElementId()));
    }

    private static void end(Happening event, boolean whole, String state, Batch batch) {
        batch.changed(whole ? Table.PROCESS_INSTANCE : Table.ELEMENT_INSTANCE, event.key())
                .set("state", state)
                .setTime("end_date", event.at());
    }

    private static void flow(ProcessInstanceRecordValue value, Batch batch) {
        batch.replaced(Table.SEQUENCE_FLOW, value.getProcessInstanceKey(), value.getElementId())
                .set("process_definition_key", value.getProcessDefinitionKey())
                .set("process_definition_id", value.getBpmnProcessId());
    }
}
