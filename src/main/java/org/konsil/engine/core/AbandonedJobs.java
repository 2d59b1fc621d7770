package org.konsil.engine.core;

import io.camunda.zeebe.engine.state.immutable.ScheduledTaskState;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.stream.api.ReadonlyStreamProcessorContext;
import io.camunda.zeebe.stream.api.StreamProcessorLifecycleAware;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives jobs back whose workers' lines went down with an earlier run, so that a case does not stand still until their timeout: those that
 * were handed out, and those of requests that were still in the log. A worker that lives on and finishes such a job is still heard, if it is first.
 */
record AbandonedJobs(Consumer<Command> log) {

    /** Looks once, before the processor begins its work. */
    StreamProcessorLifecycleAware handedOut(Supplier<ScheduledTaskState> state) {
        return new StreamProcessorLifecycleAware() {
            @Override
            public void onRecovered(ReadonlyStreamProcessorContext context) {
                state.get().getJobState().forEachTimedOutEntry(Long.MAX_VALUE, null, AbandonedJobs.this::back);
            }
        };
    }

    /** The answer to a request that nobody in this run has made. */
    void unclaimed(Answer answer) {
        if (answer.valueType() != ValueType.JOB_BATCH || answer.intent() != JobBatchIntent.ACTIVATED) return;
        var batch = answer.as(new JobBatchRecord());
        for (int at = 0; at < batch.getJobKeys().size(); at++)
            back(batch.getJobKeys().get(at), (JobRecord) batch.getJobs().get(at));
    }

    private boolean back(long key, JobRecord job) {
        log.accept(Command.on(key, ValueType.JOB, JobIntent.YIELD, job));
        return true;
    }
}
