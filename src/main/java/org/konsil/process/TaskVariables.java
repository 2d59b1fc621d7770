package org.konsil.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What processes know that their user tasks are about: the case, its part and its network. Asked of the engine for many tasks at once. */
@Component
class TaskVariables {

    private static final List<String> NAMES = List.of("caseId", "subjectId", "network");
    private static final int PAGE = 500;

    private final ObjectMapper json;

    TaskVariables(ObjectMapper json) {
        this.json = json;
    }

    /** By the tasks' keys. */
    Map<Long, Map<String, @Nullable Object>> of(Collection<UserTask> tasks, CamundaClient client) {
        var seen = ofInstances(
                        tasks.stream()
                                .map(UserTask::getProcessInstanceKey)
                                .distinct()
                                .toList(),
                        client)
                .stream()
                .collect(Collectors.groupingBy(Variable::getProcessInstanceKey));
        var byTask = new HashMap<Long, Map<String, @Nullable Object>>();
        for (var task : tasks) {
            var ofInstance = seen.getOrDefault(task.getProcessInstanceKey(), List.of());
            byTask.put(task.getUserTaskKey(), values(visible(task, ofInstance, client)));
        }
        return byTask;
    }

    private static List<Variable> ofInstances(List<Long> instances, CamundaClient client) {
        var all = new ArrayList<Variable>();
        @Nullable String after = null;
        var isMore = !instances.isEmpty();
        while (isMore) {
            var page = page(instances, after, client);
            all.addAll(page.items());
            after = page.page().endCursor();
            isMore = page.items().size() == PAGE;
        }
        return all;
    }

    private static SearchResponse<Variable> page(List<Long> instances, @Nullable String after, CamundaClient client) {
        return client.newVariableSearchRequest()
                .filter(filter ->
                        filter.processInstanceKey(key -> key.in(instances)).name(name -> name.in(NAMES)))
                .page(page -> {
                    page.limit(PAGE);
                    if (after != null) {
                        page.after(after);
                    }
                })
                .send()
                .join();
    }

    /** Of variables within the process several may have the same name: the engine itself says which of them the task sees. */
    private static List<Variable> visible(UserTask task, List<Variable> ofInstance, CamundaClient client) {
        var areOfTheWhole = ofInstance.stream().allMatch(it -> it.getScopeKey().equals(it.getProcessInstanceKey()));
        return areOfTheWhole
                ? ofInstance
                : client.newUserTaskVariableSearchRequest(task.getUserTaskKey())
                        .filter(filter -> filter.name(name -> name.in(NAMES)))
                        .send()
                        .join()
                        .items();
    }

    private Map<String, @Nullable Object> values(List<Variable> variables) {
        var byName = new HashMap<String, @Nullable Object>();
        variables.forEach(it -> byName.put(it.getName(), value(it.getValue())));
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
