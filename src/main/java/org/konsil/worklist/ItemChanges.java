package org.konsil.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Urgency;
import org.konsil.process.WaitingTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes the work list. Each verb raises the version, so that nobody completes what they have not seen; a draft does not. */
@Repository
class ItemChanges {

    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final Clocks clocks;
    private final Clock clock;

    ItemChanges(JdbcClient jdbc, Clocks clocks, Clock clock) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.clock = clock;
    }

    void insert(WaitingTask waiting, CaseSummary about) {
        var task = waiting.task();
        var running = clocks.startFor(new Clocks.Work(
                task.caseId(), task.elementId(), task.formId(), task.subjectId(), task.network(), waiting.due()));
        var due = running.due();
        jdbc.sql("""
                        INSERT INTO work_item (task_key, case_id, process_instance_key, process_id, element_id, form_id, form_key,
                               name, stage, network, country, urgency, subject_id, assignee, reserved, priority, due, due_order,
                               clock_id, stopped, state, version, created_at)
                        VALUES (:task, :case, :instance, :process, :element, :form, :formKey,
                               :name, :stage, :network, :country, :urgency, :subject, :assignee, :reserved, :priority, :due, :dueOrder,
                               :clock, :stopped, 'OPEN', 1, :now)
                        """)
                .param("task", task.key())
                .param("case", task.caseId().value())
                .param("instance", waiting.processInstanceKey())
                .param("process", task.processId())
                .param("element", task.elementId())
                .param("form", task.formId())
                .param("formKey", waiting.formKey())
                .param("name", cut(waiting.name()))
                .param("stage", about.stage().name())
                .param("network", network(waiting, about))
                .param("country", about.country().code())
                .param("urgency", about.urgency().code())
                .param("subject", task.subjectId())
                .param("assignee", waiting.assignee())
                .param("reserved", waiting.assignee() != null)
                .param("priority", waiting.priority())
                .param("due", time(due))
                .param("dueOrder", time(due == null ? FAR_AWAY : due))
                .param("clock", running.clockId())
                .param("stopped", running.stopped())
                .param("now", time(clock.instant()))
                .update();
        offer(task.key(), candidates(waiting));
    }

    /** Its clock has another date, stands still or runs on. Whoever is just filling in the form answers the same question as before. */
    void dated(long taskKey, @Nullable Instant due, boolean stopped) {
        jdbc.sql("UPDATE work_item SET due = :due, due_order = :dueOrder, stopped = :stopped WHERE task_key = :task")
                .param("due", time(due))
                .param("dueOrder", time(due == null ? FAR_AWAY : due))
                .param("stopped", stopped)
                .param("task", taskKey)
                .update();
    }

    void reconsider(CaseId caseId, Urgency urgency) {
        jdbc.sql("UPDATE work_item SET urgency = :urgency WHERE case_id = :case AND state = 'OPEN'")
                .param("urgency", urgency.code())
                .param("case", caseId.value())
                .update();
    }

    /** What the engine's listeners tell: assignee, groups, due date, priority. Whoever claimed it here keeps it, unless the engine names somebody. */
    void update(WaitingTask waiting, WorkItem known) {
        if (waiting.due() != null && known.clockId() != null && !waiting.due().equals(known.due())) {
            clocks.fix(known.clockId(), waiting.due());
        }
        var key = waiting.task().key();
        jdbc.sql("""
                        UPDATE work_item SET assignee = CASE WHEN :reserved OR reserved THEN CAST(:assignee AS varchar(100)) ELSE assignee END,
                               reserved = :reserved, priority = :priority, version = version + 1
                         WHERE task_key = :task AND state = 'OPEN'
                        """)
                .param("assignee", waiting.assignee())
                .param("reserved", waiting.assignee() != null)
                .param("priority", waiting.priority())
                .param("task", key)
                .update();
        offer(key, candidates(waiting));
    }

    void delete(long taskKey) {
        endClock(taskKey);
        jdbc.sql("DELETE FROM work_item WHERE task_key = :task")
                .param("task", taskKey)
                .update();
    }

    void assign(long taskKey, @Nullable String assignee) {
        jdbc.sql("UPDATE work_item SET assignee = :assignee, version = version + 1 WHERE task_key = :task")
                .param("assignee", assignee)
                .param("task", taskKey)
                .update();
    }

    /** It is this group's from now on, and in nobody's hands; what somebody of the former group typed goes with them. */
    void give(WorkItem item, String group) {
        jdbc.sql("""
                        UPDATE work_item SET assignee = CASE WHEN reserved THEN assignee END, version = version + 1,
                               draft = NULL, draft_by = NULL, draft_at = NULL
                         WHERE task_key = :task
                        """).param("task", item.taskKey()).update();
        offer(item.taskKey(), Set.of(group));
    }

    void close(long taskKey, WorkItem.State state, @Nullable String by) {
        jdbc.sql("""
                        UPDATE work_item SET state = :state, closed_at = :now, closed_by = COALESCE(:by, closed_by),
                               version = version + 1, draft = NULL, draft_by = NULL, draft_at = NULL
                         WHERE task_key = :task
                        """)
                .param("state", state.name())
                .param("now", time(clock.instant()))
                .param("by", by)
                .param("task", taskKey)
                .update();
        endClock(taskKey);
    }

    private void endClock(long taskKey) {
        jdbc.sql("SELECT clock_id FROM work_item WHERE task_key = :task AND clock_id IS NOT NULL")
                .param("task", taskKey)
                .query(String.class)
                .optional()
                .ifPresent(clocks::finishFor);
    }

    private static Set<String> candidates(WaitingTask waiting) {
        var candidates = new LinkedHashSet<>(waiting.candidateGroups());
        candidates.addAll(waiting.candidateUsers());
        return candidates;
    }

    private void offer(long taskKey, Set<String> candidates) {
        jdbc.sql("DELETE FROM work_item_group WHERE task_key = :task")
                .param("task", taskKey)
                .update();
        for (var candidate : candidates) {
            jdbc.sql("INSERT INTO work_item_group (task_key, candidate) VALUES (:task, :candidate)")
                    .param("task", taskKey)
                    .param("candidate", candidate)
                    .update();
        }
    }

    private static String network(WaitingTask waiting, CaseSummary about) {
        var own = waiting.task().network();
        return own != null
                ? own
                : about.network() == null ? "" : about.network().value();
    }

    private static String cut(String name) {
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
