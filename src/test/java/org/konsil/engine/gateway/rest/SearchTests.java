package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.konsil.engine.Models;
import org.konsil.engine.TestEngine;

class SearchTests {

    static CamundaClient client;

    @BeforeAll
    static void nineInstances() {
        TestEngine.shared().purge();
        client = TestEngine.shared().client();
        client.newDeployResourceCommand()
                .addProcessModel(Models.oneTask("tasks"), "tasks.bpmn")
                .addProcessModel(Models.oneJob("job", "work"), "job.bpmn")
                .send()
                .join();
        for (int i = 0; i < 6; i++) {
            start("tasks", Map.of("number", i, "kind", i % 2 == 0 ? "even" : "odd", "long", "x".repeat(10_000)));
        }
        for (int i = 0; i < 3; i++) {
            start("job", Map.of("number", i));
        }
        await().until(() -> client.newUserTaskSearchRequest()
                        .filter(task -> task.state(UserTaskState.CREATED))
                        .send()
                        .join()
                        .page()
                        .totalItems()
                == 6);
        await().until(() -> client.newJobSearchRequest().send().join().items().size() == 3);
    }

    @AfterAll
    static void close() {
        client.close();
    }

    static void start(String process, Map<String, Object> variables) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .tags("of-" + process)
                .send()
                .join();
    }

    @Test
    void instancesAreFoundByTheirVariables() {
        var odd = client.newProcessInstanceSearchRequest()
                .filter(it -> it.variables(Map.of("kind", "\"odd\"")))
                .send()
                .join();
        assertThat(odd.items())
                .hasSize(3)
                .allMatch(it -> it.getProcessDefinitionId().equals("tasks"));
        var one = client.newProcessInstanceSearchRequest()
                .filter(it -> it.variables(Map.of("kind", "\"even\"", "number", 4)))
                .send()
                .join();
        assertThat(one.items()).hasSize(1);
        assertThat(client.newUserTaskSearchRequest()
                        .filter(task -> task.processInstanceVariables(Map.of("number", 5)))
                        .send()
                        .join()
                        .items())
                .hasSize(1);
    }

    @Test
    void operatorsCompareIdsStatesAndDates() {
        var search = client.newProcessInstanceSearchRequest()
                .filter(it -> it.processDefinitionId(id -> id.like("t?s*"))
                        .state(state -> state.in(ProcessInstanceState.ACTIVE, ProcessInstanceState.COMPLETED))
                        .startDate(date -> date.lte(
                                        OffsetDateTime.now(ZoneOffset.UTC).plusDays(1))
                                .gt(OffsetDateTime.now(ZoneOffset.UTC).minusDays(1)))
                        .endDate(date -> date.exists(false)));
        assertThat(search.send().join().page().totalItems()).isEqualTo(6);
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(it -> it.processDefinitionId(id -> id.neq("tasks")))
                        .send()
                        .join()
                        .items())
                .hasSize(3);
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(it -> it.tags("of-job"))
                        .send()
                        .join()
                        .items())
                .hasSize(3)
                .allMatch(it -> it.getTags().contains("of-job"));
    }

    @Test
    void oneOfSeveralFiltersIsEnough() {
        var found = client.newProcessInstanceSearchRequest()
                .filter(it -> it.orFilters(
                        List.of(one -> one.variables(Map.of("number", 0)), two -> two.processDefinitionId("job"))))
                .send()
                .join();
        assertThat(found.items()).hasSize(4);
    }

    @Test
    void instancesAreFoundByTheirElements() {
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(it -> it.elementId("task").hasElementInstanceIncident(false))
                        .send()
                        .join()
                        .items())
                .hasSize(6);
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(it -> it.elementId("task").hasElementInstanceIncident(true))
                        .send()
                        .join()
                        .items())
                .isEmpty();
    }

    @Test
    void cursorsWalkForthAndBack() {
        var seen = new ArrayList<Long>();
        String after = null;
        while (true) {
            var cursor = after;
            var page = client.newUserTaskSearchRequest()
                    .sort(sort -> sort.dueDate().desc().creationDate().desc())
                    .page(it -> {
                        it.limit(4);
                        if (cursor != null) it.after(cursor);
                    })
                    .send()
                    .join();
            assertThat(page.page().totalItems()).isEqualTo(6);
            if (page.items().isEmpty()) break;
            page.items().forEach(task -> seen.add(task.getUserTaskKey()));
            after = page.page().endCursor();
        }
        var all = tasks();
        assertThat(seen).containsExactlyElementsOf(all);
        var last = client.newUserTaskSearchRequest()
                .sort(sort -> sort.dueDate().desc().creationDate().desc())
                .page(it -> it.from(5).limit(1))
                .send()
                .join();
        assertThat(last.items()).extracting(UserTask::getUserTaskKey).containsExactly(all.getLast());
        var before = client.newUserTaskSearchRequest()
                .sort(sort -> sort.dueDate().desc().creationDate().desc())
                .page(it -> it.before(last.page().startCursor()).limit(2))
                .send()
                .join();
        assertThat(before.items()).extracting(UserTask::getUserTaskKey).containsExactlyElementsOf(all.subList(3, 5));
    }

    private static List<Long> tasks() {
        return client
                .newUserTaskSearchRequest()
                .sort(sort -> sort.dueDate().desc().creationDate().desc())
                .send()
                .join()
                .items()
                .stream()
                .map(UserTask::getUserTaskKey)
                .toList();
    }

    @Test
    void longValuesAreCutUnlessTheWholeIsWanted() {
        var cut = client.newVariableSearchRequest()
                .filter(it -> it.name("long"))
                .send()
                .join()
                .items()
                .getFirst();
        assertThat(cut.isTruncated()).isTrue();
        assertThat(client.newVariableGetRequest(cut.getVariableKey())
                        .send()
                        .join()
                        .getValue())
                .hasSize(10_002);
        var whole = client.newVariableSearchRequest()
                .filter(it -> it.name("long"))
                .withFullValues()
                .send()
                .join();
        assertThat(whole.items()).allMatch(it -> it.getValue().length() == 10_002 && !it.isTruncated());
    }

    @Test
    void tasksAreFoundByWhoMayTakeThem() {
        var mine = client.newUserTaskSearchRequest()
                .filter(it ->
                        it.candidateGroup("sales").state(UserTaskState.CREATED).name("Do it"))
                .send()
                .join();
        assertThat(mine.items()).hasSize(6).allSatisfy(task -> {
            assertThat(task.getCandidateGroups()).containsExactly("sales");
            assertThat(task.getElementId()).isEqualTo("task");
            assertThat(task.getPriority()).isEqualTo(50);
        });
        assertThat(client.newUserTaskSearchRequest()
                        .filter(it -> it.candidateGroup("legal"))
                        .send()
                        .join()
                        .items())
                .isEmpty();
    }

    @Test
    void jobsAndDefinitionsAreListed() {
        assertThat(client.newJobSearchRequest()
                        .filter(it -> it.type("work").retries(3))
                        .sort(sort -> sort.jobKey().desc())
                        .send()
                        .join()
                        .items())
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Long.compare(b.getJobKey(), a.getJobKey()));
        var definition = client.newProcessDefinitionSearchRequest()
                .filter(it -> it.processDefinitionId("tasks").isLatestVersion(true))
                .send()
                .join()
                .items()
                .getFirst();
        assertThat(client.newProcessDefinitionGetXmlRequest(definition.getProcessDefinitionKey())
                        .send()
                        .join())
                .contains("<process id=", "Do it");
        var counts = client.newProcessDefinitionElementStatisticsRequest(definition.getProcessDefinitionKey())
                .send()
                .join();
        assertThat(counts).anySatisfy(one -> {
            assertThat(one.getElementId()).isEqualTo("task");
            assertThat(one.getActive()).isEqualTo(6);
        });
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> client.newProcessInstanceGetRequest(1).send().join())
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(404);
                    assertThat(problem.details().getTitle()).isEqualTo("NOT_FOUND");
                });
    }

    @Test
    void sortsAreTotalEvenOverEqualValues() {
        var byState = client.newProcessInstanceSearchRequest()
                .sort(sort -> sort.state().asc())
                .send()
                .join()
                .items();
        assertThat(byState)
                .extracting(ProcessInstance::getProcessInstanceKey)
                .isSorted()
                .hasSize(9);
    }
}
