package org.konsil.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the goals of a case's open work anew when its urgency has changed, counted from when the work began. */
@Service
public class Replanning {

    private final ItemRows rows;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final Audit audit;
    private final JdbcClient jdbc;

    Replanning(ItemRows rows, CaseFiles cases, Clocks clocks, Audit audit, JdbcClient jdbc) {
        this.rows = rows;
        this.cases = cases;
        this.clocks = clocks;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * Work for which the table {@code clocks} sets no goal keeps its date. The version stays: whoever is just filling in the form
     * answers the same question as before.
     */
    @Transactional
    public void replan(CaseId caseId, Actor by) {
        var urgency = cases.summary(caseId).urgency();
        rows.open(caseId).forEach(item -> replan(item, urgency, by));
    }

    /** The process says how urgent the case is; saying the same twice changes nothing. */
    @Transactional
    public void urgencyIs(CaseId caseId, Urgency urgency) {
        if (!cases.summary(caseId).state().isOver()) {
            cases.reconsider(caseId, urgency, Actor.SYSTEM);
            replan(caseId, Actor.SYSTEM);
        }
    }

    private Optional<Instant> goal(String step, WorkItem item, Urgency urgency) {
        return clocks.due(step, item.country().code(), urgency.code(), item.createdAt());
    }

    private void replan(WorkItem item, Urgency urgency, Actor by) {
        jdbc.sql("UPDATE work_item SET urgency = :urgency WHERE task_key = :task")
                .param("urgency", urgency.code())
                .param("task", item.taskKey())
                .update();
        goal(item.elementId(), item, urgency)
                .or(() -> goal(item.formId(), item, urgency))
                .filter(due -> !due.equals(item.due()))
                .ifPresent(due -> {
                    jdbc.sql("UPDATE work_item SET due = :due, due_order = :due WHERE task_key = :task")
                            .param("due", OffsetDateTime.ofInstant(due, ZoneOffset.UTC))
                            .param("task", item.taskKey())
                            .update();
                    audit.record(Entry.done(by, "task-replanned", item.caseId())
                            .on("task:" + item.taskKey())
                            .at(item.elementId())
                            .changed(item.due(), due));
                });
    }
}
