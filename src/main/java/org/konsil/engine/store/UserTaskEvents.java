package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** User tasks. While a change is under way (a listener may still deny it) only the state tells; what it changes is kept when it is done. */
final class UserTaskEvents {

    private UserTaskEvents() {}

    static void apply(Happening event, UserTaskRecordValue value, Definitions definitions, Batch batch) {
        long key = value.getUserTaskKey();
        switch ((UserTaskIntent) event.intent()) {
            case CREATING -> {
                create(event, value, definitions, batch);
                content(value, batch, batch.changed(Table.USER_TASK, key));
            }
            case ASSIGNING, CLAIMING -> state(key, "ASSIGNING", batch);
            case UPDATING -> state(key, "UPDATING", batch);
            case COMPLETING -> state(key, "COMPLETING", batch);
            case CANCELING -> state(key, "CANCELING", batch);
            case ASSIGNMENT_DENIED, UPDATE_DENIED, COMPLETION_DENIED -> state(key, "CREATED", batch);
            case CREATED, ASSIGNED, UPDATED -> content(value, batch, state(key, "CREATED", batch));
            case COMPLETED ->
                content(value, batch, state(key, "COMPLETED", batch).setTime("completion_date", event.at()));
            case CANCELED -> state(key, "CANCELED", batch).setTime("completion_date", event.at());
            case MIGRATED -> place(batch.changed(Table.USER_TASK, key), value, definitions);
            default -> {}
        }
    }

    private static void create(Happening event, UserTaskRecordValue value, Definitions definitions, Batch batch) {
        long at = value.getCreationTimestamp();
        var row = batch.created(Table.USER_TASK, value.getUserTaskKey())
                .set("element_instance_key", value.getElementInstanceKey())
                .set("process_instance_key", value.getProcessInstanceKey())
                .set("state", "CREATING")
                .setTime("creation_date", at > 0 ? Instant.ofEpochMilli(at) : event.at())
                .setText("custom_headers", Headers.write(value.getCustomHeaders()));
        place(row, value, definitions);
    }

    private static void place(Row row, UserTaskRecordValue value, Definitions definitions) {
        var names = definitions.get(value.getProcessDefinitionKey()).names();
        row.set("element_id", value.getElementId())
                .set("name", names.titleOf(value.getElementId()))
                .set("process_definition_key", value.getProcessDefinitionKey())
                .set("process_definition_id", value.getBpmnProcessId())
                .set("process_definition_version", value.getProcessDefinitionVersion())
                .set("process_name", names.titleOf(value.getBpmnProcessId()));
    }

    private static Row state(long key, String state, Batch batch) {
        return batch.changed(Table.USER_TASK, key).set("state", state);
    }

    private static void content(UserTaskRecordValue value, Batch batch, Row row) {
        row.setText("assignee", value.getAssignee())
                .set("priority", value.getPriority())
                .setKey("form_key", value.getFormKey())
                .setText("external_form_reference", value.getExternalFormReference())
                .set("due_date", date(value.getDueDate()))
                .set("follow_up_date", date(value.getFollowUpDate()));
        candidates(Table.USER_TASK_GROUP, value.getUserTaskKey(), value.getCandidateGroupsList(), batch);
        candidates(Table.USER_TASK_USER, value.getUserTaskKey(), value.getCandidateUsersList(), batch);
    }

    private static void candidates(Table list, long key, List<String> names, Batch batch) {
        batch.empty(list, Table.USER_TASK, key);
        for (int i = 0; i < names.size(); i++) {
            batch.created(list, key, i).set("name", names.get(i));
        }
    }

    private static @Nullable OffsetDateTime date(String iso) {
        try {
            return iso.isEmpty() ? null : ZonedDateTime.parse(iso).toInstant().atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null; // the engine checks dates; an expression may still have brought another text
        }
    }
}
