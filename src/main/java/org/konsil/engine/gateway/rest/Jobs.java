package org.konsil.engine.gateway.rest;

import io.camunda.client.protocol.rest.JobActivationResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.konsil.engine.core.Command;
import org.konsil.engine.gateway.ActivatedJob;
import org.konsil.engine.gateway.JobActivation;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** Work for workers: take it, and say how it went. */
final class Jobs {

    private static final Duration USUAL_POLL = Duration.ofSeconds(10);

    private final Asking engine;
    private final JobActivation activation;
    private final Lists lists;

    Jobs(Asking engine, JobActivation activation, Searches searches) {
        this.engine = engine;
        this.activation = activation;
        this.lists = new Lists(searches);
    }

    void register(Calls calls) {
        calls.add("POST", "/v2/jobs/activation", this::activate)
                .add("POST", "/v2/jobs/search", lists.search(Subject.JOBS))
                .add("POST", "/v2/jobs/{key}/completion", this::complete)
                .add("POST", "/v2/jobs/{key}/failure", this::fail)
                .add("POST", "/v2/jobs/{key}/error", this::throwError)
                .add("PATCH", "/v2/jobs/{key}", this::update);
    }

    private Reply activate(Call call) throws IOException {
        var body = call.body();
        var request = new JobBatchRecord()
                .setType(body.required("type"))
                .setWorker(body.text("worker"))
                .setTimeout(positive(body, "timeout"))
                .setMaxJobsToActivate(Math.toIntExact(positive(body, "maxJobsToActivate")));
        body.texts("fetchVariable").forEach(name -> request.variables().add().wrap(BufferUtil.wrapString(name)));
        request.tenantIds().add().wrap(BufferUtil.wrapString(Tenant.ONLY));
        var poll = poll(body.longNumber("requestTimeout", 0));
        return new Awaited<>(activation.activate(request, poll), Jobs::show, activation::giveBack);
    }

    private static JobActivationResult show(List<ActivatedJob> jobs) {
        var result = new JobActivationResult();
        jobs.forEach(job -> result.addJobsItem(ActivatedJobs.show(job)));
        return result;
    }

    /** As in Camunda: nothing said means the usual time, a negative number means not to wait. */
    private static Duration poll(long requestTimeout) {
        if (requestTimeout == 0) {
            return USUAL_POLL;
        }
        return Duration.ofMillis(Math.max(0, requestTimeout));
    }

    private static long positive(Body body, String name) {
        long value = body.longNumber(name, 0);
        if (value < 1) {
            throw Problem.invalid("The value for " + name + " is '" + value + "' but must be greater than 0.");
        }
        return value;
    }

    private Reply complete(Call call) throws IOException {
        var body = call.body();
        var record = new JobRecord();
        body.variables(record::setVariables);
        if (body.has("result")) {
            record.setResult(JobResults.read(body.object("result")));
        }
        return tell(call, JobIntent.COMPLETE, record);
    }

    private Reply fail(Call call) throws IOException {
        var body = call.body();
        var record = new JobRecord()
                .setRetries(body.number("retries", 0))
                .setErrorMessage(body.text("errorMessage"))
                .setRetryBackoff(body.longNumber("retryBackOff", 0));
        body.variables(record::setVariables);
        return tell(call, JobIntent.FAIL, record);
    }

    private Reply throwError(Call call) throws IOException {
        var body = call.body();
        var record = new JobRecord()
                .setErrorCode(BufferUtil.wrapString(body.required("errorCode")))
                .setErrorMessage(body.text("errorMessage"));
        body.variables(record::setVariables);
        return tell(call, JobIntent.THROW_ERROR, record);
    }

    private Reply update(Call call) throws IOException {
        var changeset = call.body().object("changeset");
        var record = new JobRecord();
        var changed = new HashSet<String>();
        if (changeset.has("retries")) {
            record.setRetries(changeset.number("retries", 0));
            changed.add("retries");
        }
        if (changeset.has("timeout")) {
            record.setTimeout(changeset.longNumber("timeout", 0));
            changed.add("timeout");
        }
        if (changed.isEmpty()) {
            throw Problem.invalid("At least one of [retries, timeout] is required.");
        }
        return tell(call, JobIntent.UPDATE, record.setChangedAttributes(changed));
    }

    private Reply tell(Call call, JobIntent intent, JobRecord record) {
        engine.ask(Command.on(call.key("key"), ValueType.JOB, intent, record));
        return Reply.done();
    }
}
