package org.konsil.engine.core;

import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.stream.api.ProcessingResult;
import io.camunda.zeebe.stream.api.ProcessingResultBuilder;
import io.camunda.zeebe.stream.api.RecordProcessor;
import io.camunda.zeebe.stream.api.RecordProcessorContext;
import io.camunda.zeebe.stream.api.records.TypedRecord;
import org.konsil.feel.FeelBounds;

/**
 * Gives all expressions of one command one allowance of time and memory, and lets a command that needs too deep a stack fail like any
 * other. Zeebe takes the error for the end of the world and ends the whole program; the stack is whole again as soon as the error was thrown, and what the command had changed is rolled back.
 */
@SuppressWarnings("rawtypes") // the interface's own
record StackGuard(RecordProcessor guarded) implements RecordProcessor {

    @Override
    public void init(RecordProcessorContext context) {
        guarded.init(context);
    }

    @Override
    public boolean accepts(ValueType valueType) {
        return guarded.accepts(valueType);
    }

    @Override
    public void replay(TypedRecord record) {
        guarded.replay(record);
    }

    @Override
    public ProcessingResult process(TypedRecord record, ProcessingResultBuilder result) {
        try (var turn = FeelBounds.turn()) {
            return guarded.process(record, result);
        } catch (StackOverflowError e) {
            throw new IllegalStateException(
                    "The command needs a deeper stack than the engine has: an expression calls itself or is nested too deeply");
        }
    }

    @Override
    public ProcessingResult onProcessingError(Throwable error, TypedRecord record, ProcessingResultBuilder result) {
        return guarded.onProcessingError(error, record, result);
    }
}
