package org.konsil.worklist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseRounds;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open work on a controller's copy of a case: it goes with the case to another hospital, and it ends with the copy. */
@Service
public class CopyWork {

    private final ItemRows rows;
    private final ItemChanges changes;
    private final CaseRounds rounds;
    private final Outbox outbox;
    private final Audit audit;

    CopyWork(ItemRows rows, ItemChanges changes, CaseRounds rounds, Outbox outbox, Audit audit) {
        this.rows = rows;
        this.changes = changes;
        this.rounds = rounds;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The open work of a case, oldest first, whomever it waits for. */
    @Transactional(readOnly = true)
    public List<WorkItem> open(CaseId caseId) {
        return rows.open(caseId);
    }

    /**
     * Gives what waits for others in the same role, about what the patient asked for or about advice in use, to this group. Whoever had it in their hands has it
     * no more. Twice is once.
     */
    @Transactional
    public void giveTo(CaseId caseId, Group group, Actor by) {
        rounds.hold(caseId);
        var name = group.toString();
        rows.open(caseId).stream()
                .filter(item -> Restraint.isOnRights(item) || Recall.isBesideTheStages(item))
                .filter(item -> item.isForRole(Set.of(group.role())))
                .filter(item -> !item.candidates().equals(List.of(name)))
                .forEach(item -> rows.lock(item.taskKey())
                        .filter(WorkItem::isOpen)
                        .ifPresent(open -> {
                            changes.give(open, name);
                            audit.record(entry(open, "task-changed", by));
                        }));
    }

    /** Ends work that has nothing left to ask; the process goes on as if it had been answered so. @param answers by field of its form */
    @Transactional
    public void settle(WorkItem item, Map<String, String> answers, Actor by) {
        rounds.hold(item.caseId());
        rows.lock(item.taskKey()).filter(WorkItem::isOpen).ifPresent(open -> {
            changes.close(open.taskKey(), WorkItem.State.CANCELED, null);
            outbox.completeTask(open.task(), JsonNodeFactory.instance.objectNode(), answers);
            audit.record(entry(open, "task-canceled", by));
        });
    }

    private static Entry entry(WorkItem item, String action, Actor by) {
        return Entry.done(by, action, item.caseId())
                .on("task:" + item.taskKey())
                .at(item.elementId());
    }
}
