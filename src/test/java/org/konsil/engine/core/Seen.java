package org.konsil.engine.core;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of what the log says has happened, in its order; the log knows them before any table does. */
final class Seen implements AutoCloseable {

    private record What(ValueType valueType, Intent intent) {}

    private final LogStreamReader reader;
    private final Map<What, List<Long>> keys = new HashMap<>();
    private final Map<Long, Long> elements = new HashMap<>();

    Seen(Records records) {
        reader = records.newReader();
        reader.seekToFirstEvent();
    }

    /** Keys of all events of this kind so far. */
    List<Long> of(ValueType valueType, Intent intent) {
        while (reader.hasNext()) note(reader.next());
        return keys.getOrDefault(new What(valueType, intent), List.of());
    }

    /** The element instance of a user task, or the process instance of a creation. */
    long elementOf(long key) {
        return elements.getOrDefault(key, -1L);
    }

    private void note(LoggedEvent entry) {
        var metadata = new RecordMetadata();
        entry.readMetadata(metadata);
        if (metadata.getRecordType() != RecordType.EVENT) return;
        keys.computeIfAbsent(new What(metadata.getValueType(), metadata.getIntent()), what -> new ArrayList<>())
                .add(entry.getKey());
        if (metadata.getIntent() == UserTaskIntent.CREATED) {
            var task = new UserTaskRecord();
            entry.readValue(task);
            elements.put(entry.getKey(), task.getElementInstanceKey());
        } else if (metadata.getIntent() == ProcessInstanceCreationIntent.CREATED) {
            var creation = new ProcessInstanceCreationRecord();
            entry.readValue(creation);
            elements.put(entry.getKey(), creation.getProcessInstanceKey());
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
