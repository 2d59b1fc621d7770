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
                .add("POST", "/v2/jobs/{jobKey}/completion", this::complete)
                .add("POST", "/v2/jobs/{jobKey}/failure", this::fail)
                .add("POST", "/v2/jobs/{jobKey}/error", this::throwError)
                .add("PATCH", "/v2/jobs/{jobKey}", this::update);
    }

    private Reply activate(Call call) throws IOException {
        var body = call.requiredBody();
        body.texts("tenantIds").forEach(Tenant::check);
        new Violations(body)
                .given("type")
                .positive("timeout")
                .positive("maxJobsToActivate")
                .refuse();
        var request = new JobBatchRecord()
                .setType(body.text("type"))
                .setWorker(body.text("worker"))
                .setTimeout(body.longNumber("timeout", 0))
                .setMaxJobsToActivate(body.number("maxJobsToActivate", 0));
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
        var body = call.requiredBody();
        var record = new JobRecord()
                .setErrorCode(BufferUtil.wrapString(body.required("errorCode")))
                .setErrorMessage(body.text("errorMessage"));
        body.variables(record::setVariables);
        return tell(call, JobIntent.THROW_ERROR, record);
    }

    private Reply update(Call call) throws IOException {
        var body = call.requiredBody();
        var changeset = body.object("changeset");
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
        var update =
                Command.on(call.key("jobKey"), ValueType.JOB, JobIntent.UPDATE, record.setChangedAttributes(changed));
        engine.ask(update.referring(body.reference()));
        return Reply.done();
    }

    private Reply tell(Call call, JobIntent intent, JobRecord record) {
        engine.ask(Command.on(call.key("jobKey"), ValueType.JOB, intent, record));
        return Reply.done();
    }
}
