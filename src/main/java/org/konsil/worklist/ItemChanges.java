package org.konsil.worklist;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Urgency;
import org.konsil.process.WaitingTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes the work list. Each verb raises the version, so that nobody completes what they have not seen; a draft does not. */
@Repository
class ItemChanges {

    private static final Instant FAR_AWAY = QueueEntries.FAR_AWAY;

    private final JdbcClient jdbc;
    private final Offers offers;
    private final QueueEntries entries;
    private final Participation participation;
    private final Leftovers leftovers;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ItemChanges(
            JdbcClient jdbc,
            Offers offers,
            QueueEntries entries,
            Participation participation,
            Leftovers leftovers,
            Clocks clocks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.entries = entries;
        this.participation = participation;
        this.leftovers = leftovers;
        this.clocks = clocks;
        this.events = events;
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
                               goal, clock_id, stopped, state, version, created_at)
                        VALUES (:task, :case, :instance, :process, :element, :form, :formKey,
                               :name, :stage, :network, :country, :urgency, :subject, :assignee, :reserved, :priority, :due, :dueOrder,
                               :goal, :clock, :stopped, 'OPEN', 1, :now)
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
                .param("goal", time(goal(running.clockId())))
                .param("clock", running.clockId())
                .param("stopped", running.stopped())
                .param("now", time(clock.instant()))
                .update();
        var candidates = offers.add(waiting);
        if (waiting.assignee() != null) {
            participation.take(waiting.assignee(), task.key());
        }
        entries.derive(task.key());
        var reserved = waiting.assignee() != null;
        events.publishEvent(new WorkGiven(task.caseId(), task.key(), waiting.assignee(), candidates, reserved));
    }

    /** Its clock has another date, stands still or runs on. Whoever is just filling in the form answers the same question as before. */
    void dated(WorkItem item, @Nullable Instant due, boolean stopped) {
        jdbc.sql(
                        "UPDATE work_item SET due = :due, due_order = :dueOrder, goal = :goal, stopped = :stopped WHERE task_key = :task")
                .param("goal", time(goal(item.clockId())))
                .param("due", time(due))
                .param("dueOrder", time(due == null ? FAR_AWAY : due))
                .param("stopped", stopped)
                .param("task", item.taskKey())
                .update();
        entries.derive(item.taskKey());
    }

    void reconsider(CaseId caseId, Urgency urgency) {
        jdbc.sql("UPDATE work_item SET urgency = :urgency WHERE case_id = :case AND state = 'OPEN'")
                .param("urgency", urgency.code())
                .param("case", caseId.value())
                .update();
        entries.derive(caseId);
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
        offers.replace(waiting);
        if (waiting.assignee() != null) {
            participation.take(waiting.assignee(), key);
        }
        entries.derive(key);
    }

    void delete(long taskKey) {
        endClock(taskKey);
        jdbc.sql("DELETE FROM work_item WHERE task_key = :task")
                .param("task", taskKey)
                .update();
    }

    /** What people set goes before what the drawing says; null takes it back. */
    void prioritize(long taskKey, @Nullable Integer priority) {
        jdbc.sql("UPDATE work_item SET own_priority = :priority, version = version + 1 WHERE task_key = :task")
                .param("priority", priority, Types.INTEGER)
                .param("task", taskKey)
                .update();
        entries.derive(taskKey);
    }

    /** Whoever has it was reminded now. */
    void reminded(long taskKey) {
        jdbc.sql("UPDATE work_item SET reminded_at = :now WHERE task_key = :task")
                .param("now", time(clock.instant()))
                .param("task", taskKey)
                .update();
    }

    void assign(WorkItem item, @Nullable String assignee) {
        var taskKey = item.taskKey();
        jdbc.sql("UPDATE work_item SET assignee = :assignee, version = version + 1 WHERE task_key = :task")
                .param("assignee", assignee)
                .param("task", taskKey)
                .update();
        if (assignee != null) {
            participation.take(assignee, taskKey);
        }
        entries.derive(taskKey);
        events.publishEvent(new WorkGiven(item.caseId(), taskKey, assignee, offers.of(taskKey), item.reserved()));
    }

    /** It is this group's from now on, and in nobody's hands; what somebody of the former group typed or noted goes with them. */
    void give(WorkItem item, String group) {
        jdbc.sql("""
                        UPDATE work_item SET assignee = CASE WHEN reserved THEN assignee END, version = version + 1,
                               draft = NULL, draft_by = NULL, draft_at = NULL
                         WHERE task_key = :task
                        """).param("task", item.taskKey()).update();
        leftovers.clear(item.taskKey());
        offers.replace(item.taskKey(), Set.of(group));
        entries.derive(item.taskKey());
        var assignee = item.reserved() ? item.assignee() : null;
        events.publishEvent(new WorkGiven(item.caseId(), item.taskKey(), assignee, List.of(group), item.reserved()));
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
        events.publishEvent(new WorkGiven.Ended(taskKey));
        leftovers.tidy(taskKey, by);
        if (by != null) {
            participation.take(by, taskKey);
        }
        entries.derive(taskKey);
    }

    private @Nullable Instant goal(@Nullable String clockId) {
        return clockId == null
                ? null
                : clocks.find(clockId)
                        .flatMap(standing -> Optional.ofNullable(standing.goal()))
                        .orElse(null);
    }

    private void endClock(long taskKey) {
        jdbc.sql("SELECT clock_id FROM work_item WHERE task_key = :task AND clock_id IS NOT NULL")
                .param("task", taskKey)
                .query(String.class)
                .optional()
                .ifPresent(clocks::finishFor);
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
