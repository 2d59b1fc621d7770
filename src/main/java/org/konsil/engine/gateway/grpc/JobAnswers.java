package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.value.JobKind;
import java.util.List;
import org.konsil.engine.gateway.ActivatedJob;

/** Jobs as workers get them. */
final class JobAnswers {

    private JobAnswers() {}

    static ActivateJobsResponse batch(List<ActivatedJob> jobs) {
        var batch = ActivateJobsResponse.newBuilder();
        for (var one : jobs) batch.addJobs(job(one.key(), one.job()));
        return batch.build();
    }

    static GatewayOuterClass.ActivatedJob job(long key, JobRecord job) {
        var answer = GatewayOuterClass.ActivatedJob.newBuilder()
                .setKey(key)
                .setType(job.getType())
                .setRetries(job.getRetries())
                .setWorker(job.getWorker())
                .setDeadline(job.getDeadline())
                .setProcessDefinitionKey(job.getProcessDefinitionKey())
                .setBpmnProcessId(job.getBpmnProcessId())
                .setProcessDefinitionVersion(job.getProcessDefinitionVersion())
                .setProcessInstanceKey(job.getProcessInstanceKey())
                .setElementId(job.getElementId())
                .setElementInstanceKey(job.getElementInstanceKey())
                .setCustomHeaders(Json.unpack(job.getCustomHeadersBuffer()))
                .setVariables(Json.unpack(job.getVariablesBuffer()))
                .setTenantId(job.getTenantId())
                .setKind(GatewayOuterClass.ActivatedJob.JobKind.valueOf(
                        job.getJobKind().name()))
                .setListenerEventType(GatewayOuterClass.ActivatedJob.ListenerEventType.valueOf(
                        job.getJobListenerEventType().name()))
                .addAllTags(job.getTags());
        if (job.getJobKind() == JobKind.TASK_LISTENER) answer.setUserTask(UserTaskHeaders.read(job.getCustomHeaders()));
        return answer.build();
    }
}
