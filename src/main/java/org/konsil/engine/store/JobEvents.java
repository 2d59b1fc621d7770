package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.Instant;
import java.time.ZoneOffset;

/** Jobs: their state is the last event that the API knows as one. */
final class JobEvents {

    private JobEvents() {}

    static void apply(Happening event, JobRecordValue value, Batch batch) {
        var intent = (JobIntent) event.intent();
        switch (intent) {
            case CREATED -> create(event, value, batch);
            case FAILED, ERROR_THROWN ->
                progress(event, value, batch)
                        .setText("error_code", value.getErrorCode())
                        .setText("error_message", value.getErrorMessage())
                        .set("has_failed_with_retries_left", value.getRetries() > 0);
            case TIMED_OUT, RETRIES_UPDATED -> progress(event, value, batch);
            case TIMEOUT_UPDATED, UPDATED -> deadline(batch.changed(Table.JOB, event.key()), value);
            case COMPLETED ->
                progress(event, value, batch)
                        .setTime("end_time", event.at())
                        .set("is_denied", value.getResult().isDenied())
                        .setText("denied_reason", value.getResult().getDeniedReason());
            case CANCELED -> progress(event, value, batch).setTime("end_time", event.at());
            case MIGRATED -> place(progress(event, value, batch), value);
            default -> {}
        }
    }

    private static void create(Happening event, JobRecordValue value, Batch batch) {
        var row = batch.created(Table.JOB, event.key())
                .set("type", value.getType())
                .set("kind", value.getJobKind().name())
                .set("listener_event_type", value.getJobListenerEventType().name())
                .set("state", "CREATED")
                .set("retries", value.getRetries())
                .set("has_failed_with_retries_left", false)
                .setText("custom_headers", Headers.write(value.getCustomHeaders()))
                .set("process_instance_key", value.getProcessInstanceKey());
        place(row, value);
    }

    private static void place(Row row, JobRecordValue value) {
        row.set("element_id", value.getElementId())
                .set("element_instance_key", value.getElementInstanceKey())
                .set("process_definition_key", value.getProcessDefinitionKey())
                .set("process_definition_id", value.getBpmnProcessId());
    }

    private static Row progress(Happening event, JobRecordValue value, Batch batch) {
        var row = batch.changed(Table.JOB, event.key())
                .set("state", event.intent().name())
                .setText("worker", value.getWorker());
        return deadline(row, value);
    }

    private static Row deadline(Row row, JobRecordValue value) {
        long deadline = value.getDeadline();
        return row.set("retries", value.getRetries())
                .set("deadline", deadline > 0 ? Instant.ofEpochMilli(deadline).atOffset(ZoneOffset.UTC) : null);
    }
}
