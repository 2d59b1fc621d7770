package org.konsil.engine.gateway.grpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UserTaskProperties;
import io.camunda.zeebe.protocol.Protocol;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The user task that a listener's job is about; the engine writes it into reserved headers. */
final class UserTaskHeaders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private UserTaskHeaders() {}

    static UserTaskProperties read(Map<String, String> headers) {
        var task = UserTaskProperties.newBuilder();
        given(headers.get(Protocol.USER_TASK_ACTION_HEADER_NAME), task::setAction);
        given(headers.get(Protocol.USER_TASK_ASSIGNEE_HEADER_NAME), task::setAssignee);
        given(headers.get(Protocol.USER_TASK_DUE_DATE_HEADER_NAME), task::setDueDate);
        given(headers.get(Protocol.USER_TASK_FOLLOW_UP_DATE_HEADER_NAME), task::setFollowUpDate);
        given(headers.get(Protocol.USER_TASK_FORM_KEY_HEADER_NAME), key -> task.setFormKey(Long.parseLong(key)));
        given(headers.get(Protocol.USER_TASK_KEY_HEADER_NAME), key -> task.setUserTaskKey(Long.parseLong(key)));
        given(headers.get(Protocol.USER_TASK_PRIORITY_HEADER_NAME), one -> task.setPriority(Integer.parseInt(one)));
        given(
                headers.get(Protocol.USER_TASK_CANDIDATE_GROUPS_HEADER_NAME),
                list -> task.addAllCandidateGroups(list(list)));
        given(
                headers.get(Protocol.USER_TASK_CANDIDATE_USERS_HEADER_NAME),
                list -> task.addAllCandidateUsers(list(list)));
        given(
                headers.get(Protocol.USER_TASK_CHANGED_ATTRIBUTES_HEADER_NAME),
                list -> task.addAllChangedAttributes(list(list)));
        return task.build();
    }

    private static void given(@Nullable String value, Consumer<String> setter) {
        if (value != null && !value.isEmpty()) setter.accept(value);
    }

    private static List<String> list(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The engine wrote a header that is no list: " + json, e);
        }
    }
}
