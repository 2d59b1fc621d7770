package org.konsil.engine.gateway;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.konsil.engine.core.Answer;
import org.konsil.engine.core.Command;
import org.konsil.engine.core.Commands;

/** Asks the engine once for jobs and hands over those it got. */
record ActivationAttempt(Commands commands, JobBatchRecord request, Consumer<List<ActivatedJob>> taker) {

    /** True when there were jobs. */
    CompletableFuture<Boolean> run() {
        return commands.send(Command.of(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, request))
                .thenCompose(this::deliver);
    }

    private CompletableFuture<Boolean> deliver(Answer answer) {
        var batch = answer.as(new JobBatchRecord());
        var jobs = jobs(batch);
        if (jobs.isEmpty()) {
            // a job too large to be sent has just become an incident; those behind it can be had
            return batch.isTruncated() ? run() : CompletableFuture.completedFuture(false);
        }
        taker.accept(jobs);
        return CompletableFuture.completedFuture(true);
    }

    private static List<ActivatedJob> jobs(JobBatchRecord batch) {
        var keys = batch.getJobKeys();
        var values = batch.getJobs();
        var jobs = new ArrayList<ActivatedJob>(keys.size());
        for (int i = 0; i < keys.size(); i++) jobs.add(new ActivatedJob(keys.get(i), (JobRecord) values.get(i)));
        return jobs;
    }
}
