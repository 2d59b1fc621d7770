package org.konsil.engine.core;

import io.camunda.zeebe.protocol.impl.encoding.AuthInfo;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import org.jspecify.annotations.Nullable;

/** What partitions say to each other; there is only one, so it talks to itself. */
final class LoopbackSender implements InterPartitionCommandSender {

    private final LogWriter writer;

    LoopbackSender(LogWriter writer) {
        this.writer = writer;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is older than its annotations: both may be null
    public void sendCommand(
            int partition,
            ValueType valueType,
            Intent intent,
            @Nullable Long key,
            UnifiedRecordValue value,
            @Nullable AuthInfo authorization) {
        writer.append(key == null ? Command.of(valueType, intent, value) : Command.on(key, valueType, intent, value));
    }
}
