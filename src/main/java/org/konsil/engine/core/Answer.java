package org.konsil.engine.core;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import org.agrona.concurrent.UnsafeBuffer;

/** What the engine said to a command: the event that followed, its value still packed. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Answer(long key, ValueType valueType, Intent intent, byte[] value) {

    /** Unpacks the value into the given, empty record and returns that. */
    public <T extends UnifiedRecordValue> T as(T empty) {
        empty.wrap(new UnsafeBuffer(value));
        return empty;
    }
}
