package org.konsil.engine.core;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes the processor's response and gives it to who waits, once everything written so far is on disk. Used by the processor's thread only. */
final class AnswerWriter implements CommandResponseWriter {

    private final PendingCommands pending;
    private final AfterCommit afterCommit;
    private final LongSupplier written;
    private final Consumer<Answer> unclaimed;

    private long key;
    private Intent intent = Intent.UNKNOWN;
    private ValueType valueType = ValueType.NULL_VAL;
    private RejectionType rejection = RejectionType.NULL_VAL;
    private String reason = "";
    private byte[] value = {};

    AnswerWriter(PendingCommands pending, AfterCommit afterCommit, LongSupplier written, Consumer<Answer> unclaimed) {
        this.pending = pending;
        this.afterCommit = afterCommit;
        this.written = written;
        this.unclaimed = unclaimed;
    }

    @Override
    public void tryWriteResponse(int requestStreamId, long requestId) {
        if (rejection != RejectionType.NULL_VAL) {
            var refused = new CommandRejected(rejection, intent, reason);
            afterCommit.run(written.getAsLong(), () -> pending.failed(requestId, refused));
        } else {
            var answer = new Answer(key, valueType, intent, value);
            afterCommit.run(written.getAsLong(), () -> {
                if (!pending.answered(requestId, answer)) unclaimed.accept(answer);
            });
        }
    }

    @Override
    public CommandResponseWriter partitionId(int partitionId) {
        return this;
    }

    @Override
    public CommandResponseWriter key(long given) {
        key = given;
        return this;
    }

    @Override
    public CommandResponseWriter intent(Intent given) {
        intent = given;
        return this;
    }

    @Override
    public CommandResponseWriter recordType(RecordType given) {
        return this;
    }

    @Override
    public CommandResponseWriter valueType(ValueType given) {
        valueType = given;
        return this;
    }

    @Override
    public CommandResponseWriter rejectionType(RejectionType given) {
        rejection = given;
        return this;
    }

    @Override
    public CommandResponseWriter rejectionReason(DirectBuffer given) {
        reason = BufferUtil.bufferAsString(given);
        return this;
    }

    @Override
    public CommandResponseWriter valueWriter(BufferWriter given) {
        value = new byte[given.getLength()];
        given.write(new UnsafeBuffer(value), 0);
        return this;
    }
}
