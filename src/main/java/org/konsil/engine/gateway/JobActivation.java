package org.konsil.engine.gateway;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hands out jobs to polling workers. */
public interface JobActivation {

    /**
     * Activates jobs; when there are none, waits up to longPoll (zero or negative: not at all) for some to arrive, then answers an empty list.
     * Cancel the future when the client is gone: jobs that come too late are given back.
     */
    CompletableFuture<List<ActivatedJob>> activate(JobBatchRecord request, Duration longPoll);

    /** Returns jobs that could not be delivered, with their retries as they were. */
    void giveBack(List<ActivatedJob> jobs);
}
