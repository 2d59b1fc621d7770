package org.konsil.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.UserTask;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a user task that was found by search, because its process was deployed without our listeners. */
@Component
class TaskAdoption {

    private final ObjectMapper json;
    private final CaseProcesses cases;

    TaskAdoption(ObjectMapper json, CaseProcesses cases) {
        this.json = json;
        this.cases = cases;
    }

    /** Empty if it names no case. */
    Optional<WaitingTask> read(UserTask found, CamundaClient client) {
        var variables = variables(found, client);
        return HumanTasks.caseId(variables.get("caseId")).map(caseId -> {
            cases.seen(
                    caseId.toString(),
                    found.getProcessInstanceKey(),
                    found.getBpmnProcessId(),
                    found.getProcessDefinitionKey());
            var task = new HumanTask(
                    found.getUserTaskKey(),
                    caseId,
                    found.getBpmnProcessId(),
                    found.getElementId(),
                    formId(found, client),
                    HumanTasks.text(variables.get("subjectId")),
                    HumanTasks.text(variables.get("network")));
            var name = HumanTasks.blankless(found.getName());
            return new WaitingTask(
                    task,
                    found.getProcessInstanceKey(),
                    found.getFormKey(),
                    name == null ? found.getElementId() : name,
                    HumanTasks.blankless(found.getAssignee()),
                    HumanTasks.orNone(found.getCandidateGroups()),
                    HumanTasks.orNone(found.getCandidateUsers()),
                    HumanTasks.instant(found.getDueDate()),
                    found.getPriority() == null ? 50 : found.getPriority());
        });
    }

    private static String formId(UserTask found, CamundaClient client) {
        var said = found.getCustomHeaders() == null
                ? null
                : found.getCustomHeaders().get(Model.FORM_HEADER);
        if (said != null) {
            return said;
        }
        if (found.getFormKey() == null) {
            return "";
        }
        var form =
                client.newUserTaskGetFormRequest(found.getUserTaskKey()).send().join();
        return form == null ? "" : form.getFormId();
    }

    private Map<String, @Nullable Object> variables(UserTask found, CamundaClient client) {
        var seen = client.newUserTaskVariableSearchRequest(found.getUserTaskKey())
                .filter(filter -> filter.name(name -> name.in("caseId", "subjectId", "network")))
                .send()
                .join()
                .items();
        var byName = new HashMap<String, @Nullable Object>();
        seen.forEach(it -> byName.put(it.getName(), value(it.getValue())));
        return byName;
    }

    private @Nullable Object value(String written) {
        try {
            return json.readValue(written, Object.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
