package org.konsil.engine.gateway;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;

/** A job that is now in the hands of a worker. */
public record ActivatedJob(long key, JobRecord job) {}
