package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.engine.TestEngine;

/** What is asked of the engine about many tasks is asked for many at once. */
class FoundTasksTests {

    private static TestEngine engine;
    private static CamundaClient client;

    private final TaskBoard board = mock(TaskBoard.class);
    private CamundaClient asked;

    @BeforeEach
    void listen() {
        asked = mock(CamundaClient.class, delegatesTo(client));
    }

    @BeforeAll
    static void model() {
        engine = TestEngine.on(TestEngine.memory());
        client = engine.clientBuilder().build();
        var plain = Bpmn.createExecutableProcess("plain")
                .startEvent()
                .userTask("ask", task -> task.zeebeUserTask())
                .endEvent()
                .done();
        var part = Bpmn.createExecutableProcess("part")
                .startEvent()
                .userTask("ask", task -> task.zeebeUserTask().zeebeInputExpression("\"nearer\"", "subjectId"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(plain, "plain.bpmn")
                .addProcessModel(part, "part.bpmn")
                .send()
                .join();
    }

    @AfterAll
    static void gone() {
        client.close();
        engine.close();
    }

    @Test
    void whatEndedWhileNobodyListenedIsReadInPages() {
        var instances =
                LongStream.range(0, 25).map(it -> start("plain")).boxed().toList();
        var tasks = tasks(instances);
        var unknown = 4711L;
        var open = tasks(List.of(start("plain"))).getFirst().getUserTaskKey();
        tasks.subList(0, 12)
                .forEach(task -> client.newCompleteUserTaskCommand(task.getUserTaskKey())
                        .send()
                        .join());
        tasks.subList(12, 25)
                .forEach(task -> client.newCancelInstanceCommand(task.getProcessInstanceKey())
                        .send()
                        .join());
        await().until(() -> search(instances).stream().noneMatch(it -> it.getState() == UserTaskState.CREATED));
        var lost = keys(tasks);
        lost.add(unknown);
        lost.add(open);

        new EndedTasks(asked, board, 10).settle(lost);

        tasks.subList(0, 12).forEach(task -> verify(board).completed(task.getUserTaskKey()));
        tasks.subList(12, 25).forEach(task -> verify(board).canceled(task.getUserTaskKey()));
        verifyNoMoreInteractions(board);
        // one page of ten, and the seventeen that are left
        verify(asked, times(1 + 17)).newUserTaskSearchRequest();
    }

    @Test
    void manyTasksAreAskedAboutTheirCaseAtOnceAndEachSeesWhatIsNearest() {
        var instances = LongStream.range(0, 5).map(it -> start("plain")).boxed().toList();
        var part = tasks(List.of(start("part"))).getFirst();
        var tasks = tasks(instances);
        var variables = new TaskVariables(new ObjectMapper());

        var seen = variables.of(tasks, asked);

        assertThat(seen).hasSize(5);
        assertThat(seen.values()).allMatch(it -> it.equals(Map.of("caseId", "of plain", "subjectId", "farther")));
        verify(asked).newVariableSearchRequest();
        verify(asked, never()).newUserTaskVariableSearchRequest(org.mockito.ArgumentMatchers.anyLong());
        assertThat(variables.of(List.of(part), asked).get(part.getUserTaskKey()))
                .isEqualTo(Map.of("caseId", "of part", "subjectId", "nearer"));
    }

    private static long start(String process) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(Map.of("caseId", "of " + process, "subjectId", "farther", "country", "fi"))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** As soon as each of them has one. */
    private static List<UserTask> tasks(List<Long> instances) {
        return await().until(
                        () -> search(instances).stream()
                                .filter(it -> it.getState() == UserTaskState.CREATED)
                                .toList(),
                        found -> found.size() == instances.size());
    }

    private static List<UserTask> search(List<Long> instances) {
        return client.newUserTaskSearchRequest().send().join().items().stream()
                .filter(it -> instances.contains(it.getProcessInstanceKey()))
                .toList();
    }

    private static Set<Long> keys(List<UserTask> tasks) {
        return tasks.stream().map(UserTask::getUserTaskKey).collect(Collectors.toSet());
    }
}
