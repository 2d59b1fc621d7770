package org.konsil.engine.core;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/** What a client asks of the engine; key -1 when it is about nothing that exists yet, operationReference -1 when the client gave none. */
public record Command(long key, ValueType valueType, Intent intent, UnifiedRecordValue value, long operationReference) {

    private static final long NONE = -1;

    /** A command about something new. */
    public static Command of(ValueType valueType, Intent intent, UnifiedRecordValue value) {
        return new Command(NONE, valueType, intent, value, NONE);
    }

    /** A command about the thing with this key. */
    public static Command on(long key, ValueType valueType, Intent intent, UnifiedRecordValue value) {
        return new Command(key, valueType, intent, value, NONE);
    }

    /** The same command, with the client's own number that later records will carry. */
    public Command referring(long reference) {
        return new Command(key, valueType, intent, value, reference);
    }
}
