package org.konsil.worklist;

import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.clocks.ClockMoved;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Urgency;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the dates of open work those of their clocks, when the urgency or the table of the clocks changes, or a clock stands still. */
@Service
public class Replanning {

    private final ItemRows rows;
    private final ItemChanges changes;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final Clocks clocks;
    private final Audit audit;

    Replanning(ItemRows rows, ItemChanges changes, CaseFiles cases, CaseRounds rounds, Clocks clocks, Audit audit) {
        this.rows = rows;
        this.changes = changes;
        this.cases = cases;
        this.rounds = rounds;
        this.clocks = clocks;
        this.audit = audit;
    }

    /**
     * Plans the case's open work anew by its present urgency, counted from when the work began. Work for which the table {@code
     * clocks} has no row, and work whose drawing sets the date, keeps it.
     */
    @Transactional
    public void replan(CaseId caseId, Actor by) {
        rounds.hold(caseId);
        changes.reconsider(caseId, cases.summary(caseId).urgency());
        clocks.replan(caseId, by);
    }

    /** The process says how urgent the case is; saying the same twice changes nothing. */
    @Transactional
    public void urgencyIs(CaseId caseId, Urgency urgency) {
        if (!cases.summary(caseId).state().isOver()) {
            cases.reconsider(caseId, urgency, Actor.SYSTEM);
            replan(caseId, Actor.SYSTEM);
        }
    }

    /** The version of the work stays: whoever is just filling in the form answers the same question as before. */
    @EventListener
    @Transactional
    public void on(ClockMoved moved) {
        for (var item : rows.by(moved.clockId())) {
            changes.dated(item, moved.due(), moved.stopped());
            if (moved.replanned()) {
                audit.record(Entry.done(moved.by(), "task-replanned", item.caseId())
                        .on("task:" + item.taskKey())
                        .at(item.elementId())
                        .changed(item.due(), moved.due() == null ? "none" : moved.due()));
            }
        }
    }
}
