package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.msgpack.value.StringValue;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationPropertiesImpl;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.util.List;
import org.konsil.engine.core.Command;

/** What job workers ask. */
final class JobCommands {

    private JobCommands() {}

    static JobBatchRecord activate(ActivateJobsRequest request) {
        var record = new JobBatchRecord()
                .setType(required("type", request.getType()))
                .setWorker(request.getWorker())
                .setTimeout(positive("timeout", request.getTimeout()))
                .setMaxJobsToActivate((int) positive("maxJobsToActivate", request.getMaxJobsToActivate()))
                .setTenantIds(tenants(request.getTenantIdsList()));
        request.getFetchVariableList().forEach(name -> record.variables().add().wrap(BufferUtil.wrapString(name)));
        return record;
    }

    static JobActivationProperties stream(StreamActivatedJobsRequest request) {
        required("type", request.getType());
        var worker = BufferUtil.wrapString(request.getWorker());
        return new JobActivationPropertiesImpl()
                .setWorker(worker, 0, worker.capacity())
                .setTimeout(positive("timeout", request.getTimeout()))
                .setFetchVariables(request.getFetchVariableList().stream()
                        .map(StringValue::new)
                        .toList())
                .setTenantIds(tenants(request.getTenantIdsList()));
    }

    static Command complete(CompleteJobRequest request) {
        var record = new JobRecord().setVariables(Json.pack(request.getVariables()));
        if (request.hasResult()) record.setResult(JobResults.of(request.getResult()));
        return Command.on(request.getJobKey(), ValueType.JOB, JobIntent.COMPLETE, record);
    }

    static Command fail(FailJobRequest request) {
        var record = new JobRecord()
                .setRetries(request.getRetries())
                .setErrorMessage(request.getErrorMessage())
                .setRetryBackoff(request.getRetryBackOff())
                .setVariables(Json.pack(request.getVariables()));
        return Command.on(request.getJobKey(), ValueType.JOB, JobIntent.FAIL, record);
    }

    static Command throwError(ThrowErrorRequest request) {
        var record = new JobRecord()
                .setErrorCode(BufferUtil.wrapString(request.getErrorCode()))
                .setErrorMessage(request.getErrorMessage())
                .setVariables(Json.pack(request.getVariables()));
        return Command.on(request.getJobKey(), ValueType.JOB, JobIntent.THROW_ERROR, record);
    }

    static Command retries(UpdateJobRetriesRequest request) {
        var record = new JobRecord().setRetries(request.getRetries());
        var command = Command.on(request.getJobKey(), ValueType.JOB, JobIntent.UPDATE_RETRIES, record);
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }

    static Command timeout(UpdateJobTimeoutRequest request) {
        var record = new JobRecord().setTimeout(request.getTimeout());
        var command = Command.on(request.getJobKey(), ValueType.JOB, JobIntent.UPDATE_TIMEOUT, record);
        return request.hasOperationReference() ? command.referring(request.getOperationReference()) : command;
    }

    private static List<String> tenants(List<String> given) {
        return given.isEmpty()
                ? List.of(Json.tenant(""))
                : given.stream().map(Json::tenant).toList();
    }

    private static String required(String name, String value) {
        if (value.isBlank()) throw new IllegalArgumentException("Expected a %s, but it is blank".formatted(name));
        return value;
    }

    private static long positive(String name, long value) {
        if (value < 1)
            throw new IllegalArgumentException(
                    "Expected %s to be greater than zero, but it is %d".formatted(name, value));
        return value;
    }
}
