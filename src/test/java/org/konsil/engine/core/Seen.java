package org.konsil.engine.core;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of what the log says has happened, in its order; the log knows them before any table does. */
final class Seen implements AutoCloseable {

    private record What(ValueType valueType, Intent intent) {}

    private final LogStreamReader reader;
    private final Map<What, List<Long>> keys = new HashMap<>();

    Seen(Records records) {
        reader = records.newReader();
        reader.seekToFirstEvent();
    }

    /** Keys of all events of this kind so far. */
    List<Long> of(ValueType valueType, Intent intent) {
        while (reader.hasNext()) note(reader.next());
        return keys.getOrDefault(new What(valueType, intent), List.of());
    }

    private void note(LoggedEvent entry) {
        var metadata = new RecordMetadata();
        entry.readMetadata(metadata);
        if (metadata.getRecordType() != RecordType.EVENT) return;
        keys.computeIfAbsent(new What(metadata.getValueType(), metadata.getIntent()), what -> new ArrayList<>())
                .add(entry.getKey());
    }

    @Override
    public void close() {
        reader.close();
    }
}
