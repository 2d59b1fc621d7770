package org.konsil.process;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.UserTaskProperties;
import io.camunda.client.api.search.enums.ListenerEventType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears what the engine's task listeners say and passes it to the board. */
@Component
public class HumanTasks {

    private static final Logger LOG = LoggerFactory.getLogger(HumanTasks.class);
    private static final int USUAL_PRIORITY = 50;

    private final TaskBoard board;

    HumanTasks(TaskBoard board) {
        this.board = board;
    }

    /** Takes a job of type {@code work-item}. A task without a case is left to others. */
    public void heard(ActivatedJob job) {
        var said = job.getUserTask();
        if (said == null || said.getUserTaskKey() == null) {
            throw new IllegalStateException("Job type work-item is for task listeners only");
        }
        if (job.getListenerEventType() == ListenerEventType.CANCELING) {
            board.canceled(said.getUserTaskKey());
            return;
        }
        var task = task(job, said);
        if (task.isEmpty()) {
            LOG.warn(
                    "User task {} of process {} names no case; it is on no list",
                    job.getElementId(),
                    job.getBpmnProcessId());
        } else if (job.getListenerEventType() == ListenerEventType.CREATING) {
            board.waiting(task.get());
        } else {
            board.changed(task.get());
        }
    }

    private static Optional<WaitingTask> task(ActivatedJob job, UserTaskProperties said) {
        var variables = job.getVariablesAsMap();
        return caseId(variables.get("caseId")).map(caseId -> {
            var headers = job.getCustomHeaders();
            var task = new HumanTask(
                    said.getUserTaskKey(),
                    caseId,
                    job.getBpmnProcessId(),
                    job.getElementId(),
                    headers.getOrDefault(Model.FORM_HEADER, ""),
                    text(variables.get("subjectId")),
                    text(variables.get("network")));
            return new WaitingTask(
                    task,
                    job.getProcessInstanceKey(),
                    said.getFormKey(),
                    headers.getOrDefault(Model.NAME_HEADER, job.getElementId()),
                    blankless(said.getAssignee()),
                    orNone(said.getCandidateGroups()),
                    orNone(said.getCandidateUsers()),
                    instant(said.getDueDate()),
                    said.getPriority() == null ? USUAL_PRIORITY : said.getPriority());
        });
    }

    static Optional<CaseId> caseId(@Nullable Object variable) {
        try {
            return variable instanceof String text ? Optional.of(CaseId.of(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static @Nullable String text(@Nullable Object variable) {
        return variable == null ? null : blankless(variable.toString());
    }

    static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static List<String> orNone(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
