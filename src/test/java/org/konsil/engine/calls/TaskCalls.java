package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.Variable;
import java.util.Map;

/** Work for people; the client does it over REST only. */
final class TaskCalls {

    private static final long NONE = 4711;

    static final ClientCall[] TABLE = {
        ClientCall.rest(
                "newUserTaskSearchRequest",
                World::task,
                400,
                w -> w.client()
                        .newUserTaskSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newUserTaskGetRequest",
                w -> w.client().newUserTaskGetRequest(w.task()).send().join(),
                404,
                w -> w.client().newUserTaskGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newUserTaskGetFormRequest",
                w -> {
                    var form = w.client()
                            .newUserTaskGetFormRequest(w.task())
                            .send()
                            .join();
                    assertThat(form.getFormId()).isEqualTo("note-form");
                    assertThat((String) form.getSchema()).contains("\"Note\"");
                    return form;
                },
                404,
                w -> w.client().newUserTaskGetFormRequest(NONE).send().join()),
        ClientCall.rest(
                "newUserTaskVariableSearchRequest",
                w -> {
                    var seen = w.client()
                            .newUserTaskVariableSearchRequest(w.task())
                            .filter(it -> it.name(name -> name.in("x", "y")))
                            .sort(it -> it.name().desc())
                            .send()
                            .join();
                    assertThat(seen.items()).extracting(Variable::getName).containsExactly("x");
                    return seen;
                },
                404,
                w -> w.client().newUserTaskVariableSearchRequest(NONE).send().join()),
        ClientCall.rest(
                "newAssignUserTaskCommand",
                w -> w.client()
                        .newAssignUserTaskCommand(w.task())
                        .assignee("ann")
                        .send()
                        .join(),
                404,
                w -> w.client()
                        .newAssignUserTaskCommand(NONE)
                        .assignee("ann")
                        .send()
                        .join()),
        ClientCall.rest(
                "newUnassignUserTaskCommand",
                w -> w.client().newUnassignUserTaskCommand(w.task()).send().join(),
                404,
                w -> w.client().newUnassignUserTaskCommand(NONE).send().join()),
        ClientCall.rest(
                "newUpdateUserTaskCommand",
                w -> w.client()
                        .newUpdateUserTaskCommand(w.task())
                        .priority(80)
                        .candidateUsers("ann")
                        .clearDueDate()
                        .send()
                        .join(),
                400,
                w -> w.client()
                        .newUpdateUserTaskCommand(NONE)
                        .priority(101)
                        .send()
                        .join()),
        ClientCall.rest(
                "newCompleteUserTaskCommand",
                w -> w.client()
                        .newCompleteUserTaskCommand(w.task())
                        .variables(Map.of("note", "ok"))
                        .send()
                        .join(),
                404,
                w -> w.client().newCompleteUserTaskCommand(NONE).send().join()),
    };

    private TaskCalls() {}
}
