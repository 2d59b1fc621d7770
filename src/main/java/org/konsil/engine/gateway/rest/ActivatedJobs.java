package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.client.protocol.rest.ActivatedJobResult;
import io.camunda.client.protocol.rest.JobKindEnum;
import io.camunda.client.protocol.rest.JobListenerEventTypeEnum;
import io.camunda.client.protocol.rest.UserTaskProperties;
import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.record.value.JobKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.gateway.ActivatedJob;

/** A job as the API hands it to a worker. */
final class ActivatedJobs {

    private ActivatedJobs() {}

    static ActivatedJobResult show(ActivatedJob activated) {
        var job = activated.job();
        var headers = Json.unpack(job.getCustomHeadersBuffer());
        var shown = new ActivatedJobResult()
                .jobKey(String.valueOf(activated.key()))
                .type(job.getType())
                .worker(job.getWorker())
                .retries(job.getRetries())
                .deadline(job.getDeadline())
                .kind(JobKindEnum.fromValue(job.getJobKind().name()))
                .listenerEventType(JobListenerEventTypeEnum.fromValue(
                        job.getJobListenerEventType().name()))
                .elementId(job.getElementId())
                .elementInstanceKey(String.valueOf(job.getElementInstanceKey()))
                .processInstanceKey(String.valueOf(job.getProcessInstanceKey()))
                .processDefinitionKey(String.valueOf(job.getProcessDefinitionKey()))
                .processDefinitionId(job.getBpmnProcessId())
                .processDefinitionVersion(job.getProcessDefinitionVersion())
                .customHeaders(headers)
                .variables(Json.unpack(job.getVariablesBuffer()))
                .tags(job.getTags())
                .tenantId(Tenant.ONLY);
        return job.getJobKind() == JobKind.TASK_LISTENER ? shown.userTask(userTask(headers)) : shown;
    }

    /** The engine puts what a listener should know of the user task into headers. */
    private static UserTaskProperties userTask(Map<String, Object> headers) {
        var priority = text(headers, Protocol.USER_TASK_PRIORITY_HEADER_NAME);
        return new UserTaskProperties()
                .userTaskKey(text(headers, Protocol.USER_TASK_KEY_HEADER_NAME))
                .action(text(headers, Protocol.USER_TASK_ACTION_HEADER_NAME))
                .assignee(text(headers, Protocol.USER_TASK_ASSIGNEE_HEADER_NAME))
                .candidateGroups(list(headers, Protocol.USER_TASK_CANDIDATE_GROUPS_HEADER_NAME))
                .candidateUsers(list(headers, Protocol.USER_TASK_CANDIDATE_USERS_HEADER_NAME))
                .changedAttributes(list(headers, Protocol.USER_TASK_CHANGED_ATTRIBUTES_HEADER_NAME))
                .dueDate(text(headers, Protocol.USER_TASK_DUE_DATE_HEADER_NAME))
                .followUpDate(text(headers, Protocol.USER_TASK_FOLLOW_UP_DATE_HEADER_NAME))
                .formKey(text(headers, Protocol.USER_TASK_FORM_KEY_HEADER_NAME))
                .priority(priority == null ? null : Integer.valueOf(priority));
    }

    private static @Nullable String text(Map<String, Object> headers, String name) {
        var value = headers.get(name);
        return value == null ? null : value.toString();
    }

    private static List<String> list(Map<String, Object> headers, String name) {
        var json = text(headers, name);
        try {
            return json == null ? List.of() : List.of(Json.MAPPER.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
