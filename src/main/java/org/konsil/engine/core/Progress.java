package org.konsil.engine.core;

import io.camunda.zeebe.logstreams.impl.flowcontrol.FlowControl;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.stream.api.records.TypedRecord;
import io.camunda.zeebe.stream.impl.StreamProcessorListener;

/** Hears what the processor is done with. Without it each command would keep its place in the in-flight limit for ever. */
record Progress(FlowControl flow, Heartbeat heartbeat) implements StreamProcessorListener {

    @Override
    public void onProcessed(TypedRecord<?> command) {
        heartbeat.handled(command.getPosition());
        flow.onProcessed(command.getPosition());
    }

    @Override
    public void onSkipped(LoggedEvent record) {
        heartbeat.handled(record.getPosition());
    }
}
