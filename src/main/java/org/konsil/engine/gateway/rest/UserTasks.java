package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.core.Command;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** Work for people. */
final class UserTasks {

    private static final List<String> CHANGEABLE =
            List.of("dueDate", "followUpDate", "candidateGroups", "candidateUsers", "priority");

    private final Asking engine;
    private final Lists lists;
    private final Searches searches;

    UserTasks(Asking engine, Searches searches) {
        this.engine = engine;
        this.lists = new Lists(searches);
        this.searches = searches;
    }

    void register(Calls calls) {
        var one = "/v2/user-tasks/{userTaskKey}";
        calls.add("POST", "/v2/user-tasks/search", lists.search(Subject.USER_TASKS))
                .add("GET", one, lists.get(Subject.USER_TASKS, "userTaskKey"))
                .add("GET", one + "/form", this::form)
                .add("POST", one + "/variables/search", this::variables)
                .add("POST", one + "/assignment", this::assign)
                .add("DELETE", one + "/assignee", this::unassign)
                .add("POST", one + "/completion", this::complete)
                .add("PATCH", one, this::update);
    }

    private Reply form(Call call) {
        var formKey = (String) task(call).get("formKey");
        if (formKey == null) {
            return Reply.done();
        }
        var key = Long.parseLong(formKey);
        return Forms.reply(searches.details().form(key).orElseThrow(() -> Problem.notFound("Form", key)));
    }

    /** What the task sees: its own variables and those of the scopes around it, the innermost of each name. */
    private Reply variables(Call call) throws IOException {
        var element = Long.parseLong(String.valueOf(task(call).get("elementInstanceKey")));
        var within = JsonNodeFactory.instance.objectNode();
        var keys = within.putObject("variableKey").putArray("$in");
        searches.details().visibleVariables(element).forEach(key -> keys.add(String.valueOf(key)));
        if (keys.isEmpty()) {
            keys.add("-1");
        }
        var subject = call.query("truncateValues", true) ? Subject.VARIABLES : Subject.WHOLE_VARIABLES;
        return Reply.ok(searches.search(subject, call.body().json(), within));
    }

    private Map<String, @Nullable Object> task(Call call) {
        return lists.one(Subject.USER_TASKS, call.key("userTaskKey"));
    }

    private Reply assign(Call call) throws IOException {
        var body = call.requiredBody();
        boolean override = body.flag("allowOverride", true);
        var record = record(call)
                .setAssignee(body.required("assignee"))
                .setAction(body.text("action", override ? "assign" : "claim"));
        return tell(record, override ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM);
    }

    private Reply unassign(Call call) {
        return tell(record(call).setAssignee("").setAction("unassign"), UserTaskIntent.ASSIGN);
    }

    private Reply complete(Call call) throws IOException {
        var body = call.body();
        var record = record(call).setAction(body.text("action", "complete"));
        body.variables(record::setVariables);
        return tell(record, UserTaskIntent.COMPLETE);
    }

    private Reply update(Call call) throws IOException {
        var body = call.requiredBody();
        var changeset = body.object("changeset");
        check(body, changeset);
        var record = record(call).setAction(body.text("action", "update"));
        if (changeset.has("dueDate")) {
            record.setDueDate(changeset.text("dueDate")).setDueDateChanged();
        }
        if (changeset.has("followUpDate")) {
            record.setFollowUpDate(changeset.text("followUpDate")).setFollowUpDateChanged();
        }
        if (changeset.has("candidateGroups")) {
            record.setCandidateGroupsList(changeset.texts("candidateGroups")).setCandidateGroupsChanged();
        }
        if (changeset.has("candidateUsers")) {
            record.setCandidateUsersList(changeset.texts("candidateUsers")).setCandidateUsersChanged();
        }
        if (changeset.has("priority")) {
            record.setPriority(changeset.number("priority", 0)).setPriorityChanged();
        }
        return tell(record, UserTaskIntent.UPDATE);
    }

    private static void check(Body body, Body changeset) {
        int priority = changeset.number("priority", 0);
        new Violations(body)
                .unless(
                        body.has("action") || CHANGEABLE.stream().anyMatch(changeset::has),
                        "No update data provided. Provide at least an \"action\" or a non-null value for a supported"
                                + " attribute in the \"changeset\"")
                .unless(isDate(changeset.text("dueDate")), unparsable("due date", changeset.text("dueDate")))
                .unless(
                        isDate(changeset.text("followUpDate")),
                        unparsable("follow-up date", changeset.text("followUpDate")))
                .unless(
                        priority >= 0 && priority <= 100,
                        "The value for priority is '" + priority + "' but must be within the [0,100] range")
                .refuse();
    }

    private static boolean isDate(String text) {
        try {
            return text.isEmpty() || OffsetDateTime.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String unparsable(String what, String text) {
        return "The provided " + what + " '" + text + "' cannot be parsed as a date according to RFC 3339, section 5.6";
    }

    private static UserTaskRecord record(Call call) {
        return new UserTaskRecord().setUserTaskKey(call.key("userTaskKey"));
    }

    private Reply tell(UserTaskRecord record, UserTaskIntent intent) {
        engine.ask(Command.on(record.getUserTaskKey(), ValueType.USER_TASK, intent, record));
        return Reply.done();
    }
}
