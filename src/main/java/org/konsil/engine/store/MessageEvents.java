package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;

/** What waits for a message, and which message came. */
final class MessageEvents {

    private MessageEvents() {}

    static void apply(Happening event, ProcessMessageSubscriptionRecordValue value, Batch batch) {
        switch ((ProcessMessageSubscriptionIntent) event.intent()) {
            case CREATED ->
                progress(batch.created(Table.MESSAGE_SUBSCRIPTION, event.key()), event)
                        .set("process_instance_key", value.getProcessInstanceKey())
                        .set("process_definition_id", value.getBpmnProcessId())
                        .set("element_id", value.getElementId())
                        .set("element_instance_key", value.getElementInstanceKey())
                        .set("message_name", value.getMessageName())
                        .set("correlation_key", value.getCorrelationKey());
            case CORRELATED -> {
                progress(batch.changed(Table.MESSAGE_SUBSCRIPTION, event.key()), event);
                correlated(event, value, batch);
            }
            case DELETED -> progress(batch.changed(Table.MESSAGE_SUBSCRIPTION, event.key()), event);
            case MIGRATED ->
                progress(batch.changed(Table.MESSAGE_SUBSCRIPTION, event.key()), event)
                        .set("process_definition_id", value.getBpmnProcessId())
                        .set("element_id", value.getElementId());
            default -> {}
        }
    }

    static void apply(Happening event, MessageStartEventSubscriptionRecordValue value, Batch batch) {
        if (event.intent() == MessageStartEventSubscriptionIntent.CORRELATED) {
            batch.replaced(Table.CORRELATED_MESSAGE, event.key(), value.getMessageKey())
                    .set("process_instance_key", value.getProcessInstanceKey())
                    .set("process_definition_id", value.getBpmnProcessId())
                    .set("element_id", value.getStartEventId())
                    .set("element_instance_key", null)
                    .set("message_name", value.getMessageName())
                    .set("correlation_key", value.getCorrelationKey())
                    .setTime("correlation_time", event.at());
        }
    }

    private static void correlated(Happening event, ProcessMessageSubscriptionRecordValue value, Batch batch) {
        batch.replaced(Table.CORRELATED_MESSAGE, event.key(), value.getMessageKey())
                .set("process_instance_key", value.getProcessInstanceKey())
                .set("process_definition_id", value.getBpmnProcessId())
                .set("element_id", value.getElementId())
                .set("element_instance_key", value.getElementInstanceKey())
                .set("message_name", value.getMessageName())
                .set("correlation_key", value.getCorrelationKey())
                .setTime("correlation_time", event.at());
    }

    private static Row progress(Row row, Happening event) {
        return row.set("message_subscription_state", event.intent().name()).setTime("last_updated_date", event.at());
    }
}
