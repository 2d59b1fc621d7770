package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import org.konsil.engine.core.Command;

/** What is called into the processes: messages to one, signals to all. */
final class MessageCommands {

    private MessageCommands() {}

    static Command publish(PublishMessageRequest request) {
        var record = new MessageRecord()
                .setName(request.getName())
                .setCorrelationKey(request.getCorrelationKey())
                .setMessageId(request.getMessageId())
                .setTimeToLive(request.getTimeToLive())
                .setTenantId(Json.tenant(request.getTenantId()))
                .setVariables(Json.pack(request.getVariables()));
        return Command.of(ValueType.MESSAGE, MessageIntent.PUBLISH, record);
    }

    static Command broadcast(BroadcastSignalRequest request) {
        var record = new SignalRecord()
                .setSignalName(request.getSignalName())
                .setTenantId(Json.tenant(request.getTenantId()))
                .setVariables(Json.pack(request.getVariables()));
        return Command.of(ValueType.SIGNAL, SignalIntent.BROADCAST, record);
    }
}
