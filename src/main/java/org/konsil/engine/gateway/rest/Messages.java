package org.konsil.engine.gateway.rest;

import io.camunda.client.protocol.rest.MessageCorrelationResult;
import io.camunda.client.protocol.rest.MessagePublicationResult;
import io.camunda.client.protocol.rest.SignalBroadcastResult;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import java.io.IOException;
import org.konsil.engine.core.Command;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** Messages and signals. */
final class Messages {

    private final Asking engine;
    private final Lists lists;

    Messages(Asking engine, Searches searches) {
        this.engine = engine;
        this.lists = new Lists(searches);
    }

    void register(Calls calls) {
        calls.add("POST", "/v2/messages/publication", this::publish)
                .add("POST", "/v2/messages/correlation", this::correlate)
                .add("POST", "/v2/signals/broadcast", this::broadcast)
                .add("POST", "/v2/message-subscriptions/search", lists.search(Subject.MESSAGE_SUBSCRIPTIONS))
                .add("POST", "/v2/correlated-message-subscriptions/search", lists.search(Subject.CORRELATED_MESSAGES));
    }

    private Reply publish(Call call) throws IOException {
        var body = call.requiredBody();
        var record = new MessageRecord()
                .setName(body.required("name"))
                .setCorrelationKey(body.text("correlationKey"))
                .setTimeToLive(body.longNumber("timeToLive", 0))
                .setMessageId(body.text("messageId"))
                .setTenantId(body.tenant());
        body.variables(record::setVariables);
        var answer = engine.ask(Command.of(ValueType.MESSAGE, MessageIntent.PUBLISH, record));
        return Reply.ok(new MessagePublicationResult()
                .messageKey(String.valueOf(answer.key()))
                .tenantId(Tenant.ONLY));
    }

    private Reply correlate(Call call) throws IOException {
        var body = call.requiredBody();
        new Violations(body).given("name", "messageName").refuse();
        var record = new MessageCorrelationRecord()
                .setName(body.text("name"))
                .setCorrelationKey(body.text("correlationKey"))
                .setTenantId(body.tenant());
        body.variables(record::setVariables);
        var answer = engine.ask(Command.of(ValueType.MESSAGE_CORRELATION, MessageCorrelationIntent.CORRELATE, record));
        var done = answer.as(new MessageCorrelationRecord());
        return Reply.ok(new MessageCorrelationResult()
                .messageKey(String.valueOf(answer.key()))
                .processInstanceKey(String.valueOf(done.getProcessInstanceKey()))
                .tenantId(Tenant.ONLY));
    }

    private Reply broadcast(Call call) throws IOException {
        var body = call.requiredBody();
        var record =
                new SignalRecord().setSignalName(body.required("signalName")).setTenantId(body.tenant());
        body.variables(record::setVariables);
        var answer = engine.ask(Command.of(ValueType.SIGNAL, SignalIntent.BROADCAST, record));
        return Reply.ok(new SignalBroadcastResult()
                .signalKey(String.valueOf(answer.key()))
                .tenantId(Tenant.ONLY));
    }
}
