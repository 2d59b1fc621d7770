package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.UserTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads user tasks that were found by search, because their processes were deployed without our listeners. */
@Component
class TaskAdoption {

    private final TaskVariables variables;
    private final CaseProcesses cases;

    TaskAdoption(TaskVariables variables, CaseProcesses cases) {
        this.variables = variables;
        this.cases = cases;
    }

    /** Those of them that name a case. */
    List<WaitingTask> read(List<UserTask> found, CamundaClient client) {
        var about = variables.of(found, client);
        var forms = new HashMap<Long, String>();
        return found.stream()
                .flatMap(task ->
                        read(task, Objects.requireNonNull(about.get(task.getUserTaskKey())), forms, client).stream())
                .toList();
    }

    private Optional<WaitingTask> read(
            UserTask found, Map<String, @Nullable Object> variables, Map<Long, String> forms, CamundaClient client) {
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
                    formId(found, forms, client),
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

    /** @param forms names of those that were asked for already, by the form's key */
    private static String formId(UserTask found, Map<Long, String> forms, CamundaClient client) {
        var said = found.getCustomHeaders() == null
                ? null
                : found.getCustomHeaders().get(Model.FORM_HEADER);
        if (said != null) {
            return said;
        }
        if (found.getFormKey() == null) {
            return "";
        }
        return forms.computeIfAbsent(found.getFormKey(), key -> {
            var form = client.newUserTaskGetFormRequest(found.getUserTaskKey())
                    .send()
                    .join();
            return form == null ? "" : form.getFormId();
        });
    }
}
