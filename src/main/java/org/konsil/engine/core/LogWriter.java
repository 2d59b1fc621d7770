package org.konsil.engine.core;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.LogStreamWriter.WriteFailure;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.util.Either;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** Appends commands: those of clients under back-pressure, those of the engine to itself always. */
final class LogWriter implements Commands {

    private final LogStreamWriter log;
    private final PendingCommands pending;
    private final LongAdder refused = new LongAdder();

    LogWriter(LogStreamWriter log, PendingCommands pending) {
        this.log = log;
        this.pending = pending;
    }

    @Override
    public CompletableFuture<Answer> send(Command command) {
        var ticket = pending.open();
        var metadata = metadata(command).requestStreamId(Partition.ID).requestId(ticket.id());
        if (command.operationReference() >= 0) metadata.operationReference(command.operationReference());
        try {
            refuse(ticket, log.tryWrite(WriteContext.userCommand(command.intent()), entry(command, metadata)));
        } catch (IllegalStateException e) { // the log was closed or failed meanwhile
            ticket.answer().completeExceptionally(new EngineStopped("The engine is stopping"));
        }
        return ticket.answer();
    }

    /** A command that nobody waits for. */
    void append(Command command) {
        log.tryWrite(WriteContext.internal(), entry(command, metadata(command)));
    }

    long refused() {
        return refused.sum();
    }

    private void refuse(PendingCommands.Ticket ticket, Either<WriteFailure, Long> outcome) {
        if (outcome.isRight()) return;
        if (outcome.getLeft() == WriteFailure.CLOSED) {
            ticket.answer().completeExceptionally(new EngineStopped("The engine is stopping"));
            return;
        }
        refused.increment();
        ticket.answer()
                .completeExceptionally(new EngineBusy("The engine has too much under way; try again in a moment"));
    }

    private static RecordMetadata metadata(Command command) {
        return new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(command.valueType())
                .intent(command.intent());
    }

    private static LogAppendEntry entry(Command command, RecordMetadata metadata) {
        return command.key() > 0
                ? LogAppendEntry.of(command.key(), metadata, command.value())
                : LogAppendEntry.of(metadata, command.value());
    }
}
