package org.konsil.engine.core;

import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer.JobStream;
import io.camunda.zeebe.protocol.impl.stream.job.ActivatedJob;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.function.LongSupplier;

/** Pushes activated jobs once their activation is on disk: a job that a crash forgets must never have been seen by a worker. */
record Pushing(AfterCommit afterCommit, LongSupplier written, LogWriter writer) {

    JobStream to(JobStreams.Stream stream) {
        return new JobStream() {
            @Override
            public JobActivationProperties properties() {
                return stream.properties();
            }

            @Override
            public void push(ActivatedJob job) {
                afterCommit.run(written.getAsLong(), () -> hand(stream, job));
            }
        };
    }

    private void hand(JobStreams.Stream stream, ActivatedJob job) {
        boolean taken = false;
        try {
            taken = stream.worker().take(job.jobKey(), job.jobRecord());
        } finally {
            if (!taken) writer.append(Command.on(job.jobKey(), ValueType.JOB, JobIntent.YIELD, job.jobRecord()));
        }
    }
}
