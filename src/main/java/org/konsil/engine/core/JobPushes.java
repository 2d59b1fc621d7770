package org.konsil.engine.core;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;

/** Streams of jobs to workers that hold a line open. */
public interface JobPushes {

    /** Activates jobs of the type for the worker as they come, until what is returned is closed. */
    JobArrivals.Watch open(String jobType, JobActivationProperties properties, Worker worker);

    /** The far end of a stream. */
    interface Worker {

        /** Whether a job given now would be sent. */
        boolean ready();

        /** Takes the job; false when it cannot, then the job goes back. */
        boolean take(long key, JobRecord job);
    }
}
