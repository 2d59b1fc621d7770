package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts in the log, record by record and across all kills, how often each command took effect. */
final class Tally {

    private final Map<Said, Map<Long, Integer>> effects = new HashMap<>();
    private final Set<Long> commandsWithFollowers = new HashSet<>();
    private final Map<Long, Integer> ended = new HashMap<>();
    private final RecordMetadata metadata = new RecordMetadata();
    private long last;
    private long source = -1;

    /** Goes on with what is new; every position must be there. */
    void read(LogStreamReader reader) {
        if (last == 0) reader.seekToFirstEvent();
        else
            assertThat(reader.seekToNextEvent(last))
                    .as("the log still holds position %d", last)
                    .isTrue();
        while (reader.hasNext()) {
            var entry = reader.next();
            assertThat(entry.getPosition()).isEqualTo(last + 1);
            last = entry.getPosition();
            followsOnce(entry);
            note(entry);
        }
    }

    /** The last position that was counted. */
    long last() {
        return last;
    }

    /** How often it took effect. */
    int effects(Said what, long about) {
        return effects(what).getOrDefault(about, 0);
    }

    Map<Long, Integer> effects(Said what) {
        return effects.computeIfAbsent(what, one -> new HashMap<>());
    }

    /** Instances that came to their end, and how often. */
    Map<Long, Integer> ended() {
        return ended;
    }

    /** All that a command causes is one batch; a second one would mean that it was processed twice. */
    private void followsOnce(LoggedEvent entry) {
        long now = entry.getSourceEventPosition();
        if (now > 0 && now != source)
            assertThat(commandsWithFollowers.add(now))
                    .as("the command at %d was processed once", now)
                    .isTrue();
        source = now;
    }

    private void note(LoggedEvent entry) {
        metadata.reset();
        entry.readMetadata(metadata);
        if (metadata.getRecordType() != RecordType.EVENT) return;
        long key = entry.getKey();
        switch (metadata.getIntent()) {
            case ProcessInstanceCreationIntent.CREATED -> count(Said.CREATE, number(entry));
            case MessageIntent.PUBLISHED -> count(Said.PUBLISH, message(entry));
            case JobIntent.COMPLETED -> count(Said.COMPLETE_JOB, key);
            case UserTaskIntent.COMPLETED -> count(Said.COMPLETE_TASK, key);
            case VariableIntent.CREATED, VariableIntent.UPDATED -> variable(entry);
            case ProcessInstanceIntent.ELEMENT_COMPLETED -> element(entry);
            default -> {}
        }
    }

    private void count(Said what, long about) {
        effects(what).merge(about, 1, Integer::sum);
    }

    private static long number(LoggedEvent entry) {
        var record = new ProcessInstanceCreationRecord();
        entry.readValue(record);
        return Long.parseLong(String.valueOf(record.getVariables().get("id")));
    }

    private static long message(LoggedEvent entry) {
        var record = new MessageRecord();
        entry.readValue(record);
        return Long.parseLong(record.getMessageId().substring("message-".length()));
    }

    private void variable(LoggedEvent entry) {
        var record = new VariableRecord();
        entry.readValue(record);
        if (record.getName().startsWith("note-"))
            count(Said.CHANGE, Long.parseLong(record.getName().substring("note-".length())));
    }

    private void element(LoggedEvent entry) {
        var record = new ProcessInstanceRecord();
        entry.readValue(record);
        if (record.getBpmnElementType() == BpmnElementType.PROCESS) ended.merge(entry.getKey(), 1, Integer::sum);
    }
}
