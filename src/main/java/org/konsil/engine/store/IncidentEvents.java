package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.util.List;

/** Incidents; every instance and scope above counts those below it. */
final class IncidentEvents {

    private IncidentEvents() {}

    static void apply(Happening event, IncidentRecordValue value, Batch batch) {
        switch ((IncidentIntent) event.intent()) {
            case CREATED -> {
                create(event, value, batch);
                count(value, 1, batch);
                batch.changed(Table.ELEMENT_INSTANCE, value.getElementInstanceKey())
                        .set("incident_key", event.key());
            }
            case RESOLVED -> {
                batch.changed(Table.INCIDENT, event.key()).set("state", "RESOLVED");
                count(value, -1, batch);
                batch.changed(Table.ELEMENT_INSTANCE, value.getElementInstanceKey())
                        .set("incident_key", null);
            }
            case MIGRATED -> place(batch.changed(Table.INCIDENT, event.key()), value);
            default -> {}
        }
    }

    private static void create(Happening event, IncidentRecordValue value, Batch batch) {
        var row = batch.created(Table.INCIDENT, event.key())
                .set("process_instance_key", value.getProcessInstanceKey())
                .set("element_instance_key", value.getElementInstanceKey())
                .setKey("job_key", value.getJobKey())
                .set("error_type", value.getErrorType().name())
                .setText("error_message", value.getErrorMessage())
                .set("error_message_hash", value.getErrorMessage().strip().hashCode())
                .setTime("creation_time", event.at())
                .set("state", "ACTIVE");
        place(row, value);
    }

    private static void place(Row row, IncidentRecordValue value) {
        row.set("process_definition_key", value.getProcessDefinitionKey())
                .set("process_definition_id", value.getBpmnProcessId())
                .set("element_id", value.getElementId());
    }

    private static void count(IncidentRecordValue value, int difference, Batch batch) {
        var path = value.getElementInstancePath();
        var ways =
                path.isEmpty() ? List.of(List.of(value.getProcessInstanceKey(), value.getElementInstanceKey())) : path;
        for (var way : ways) {
            batch.changed(Table.PROCESS_INSTANCE, way.getFirst()).add("incidents", difference);
            way.stream()
                    .skip(1)
                    .distinct()
                    .forEach(key -> batch.changed(Table.ELEMENT_INSTANCE, key).add("incidents", difference));
        }
    }
}
