package org.konsil.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.konsil.access.UnknownCase;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Actor;
import org.konsil.process.AnswerSuperseded;
import org.konsil.process.TaskBoard;
import org.konsil.process.WaitingTask;
import org.konsil.process.WorkOffered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the engine's user tasks on the work list and takes them off. */
@Service
class ItemBoard implements TaskBoard {

    private static final Logger LOG = LoggerFactory.getLogger(ItemBoard.class);

    private final ItemRows rows;
    private final ItemChanges changes;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    ItemBoard(
            ItemRows rows,
            ItemChanges changes,
            CaseFiles cases,
            CaseRounds rounds,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.changes = changes;
        this.cases = cases;
        this.rounds = rounds;
        this.audit = audit;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void waiting(WaitingTask waiting) {
        about(waiting)
                .ifPresent(about -> transactions.executeWithoutResult(status -> {
                    rounds.hold(about.caseId()); // before its work: who is offered it may be let in
                    putUp(waiting, about);
                }));
    }

    @Override
    public void changed(WaitingTask waiting) {
        about(waiting)
                .ifPresent(about -> transactions.executeWithoutResult(status -> {
                    rounds.hold(about.caseId()); // before its work: who is offered it may be let in
                    var known = rows.lock(waiting.task().key());
                    if (known.isEmpty()) {
                        putUp(waiting, about);
                    } else if (known.get().isOpen() && !known.get().isAs(waiting)) {
                        changes.update(waiting, known.get());
                        audit.record(entry(waiting, "task-changed"));
                        rows.find(waiting.task().key()).ifPresent(this::offer);
                    }
                }));
    }

    @Override
    @Transactional
    public void canceled(long taskKey) {
        end(taskKey, WorkItem.State.CANCELED, "task-canceled");
    }

    @Override
    @Transactional
    public void completed(long taskKey) {
        end(taskKey, WorkItem.State.DONE, "task-completed-elsewhere");
    }

    @Override
    public Set<Long> known(Collection<Long> taskKeys) {
        return rows.known(taskKeys);
    }

    @Override
    public List<Long> openSince(Instant before) {
        return rows.openSince(before);
    }

    @EventListener
    void on(AnswerSuperseded late) {
        changes.close(late.taskKey(), WorkItem.State.SUPERSEDED, null);
    }

    private void putUp(WaitingTask waiting, CaseSummary about) {
        var task = waiting.task();
        var known = rows.lock(task.key());
        if (known.isPresent() && known.get().caseId().equals(task.caseId())) {
            return;
        }
        // keys start again when an engine is wiped: the old task of that key is no more
        known.ifPresent(old -> changes.delete(old.taskKey()));
        changes.insert(waiting, about);
        audit.record(entry(waiting, "task-created"));
        rows.find(task.key()).ifPresent(this::offer);
    }

    @EventListener
    void on(WorkOffered.Again again) {
        rows.open(again.caseId()).forEach(this::offer);
    }

    private void offer(WorkItem item) {
        events.publishEvent(new WorkOffered(item.caseId(), item.stage(), item.candidates()));
    }

    private Optional<CaseSummary> about(WaitingTask waiting) {
        try {
            return Optional.of(cases.summary(waiting.task().caseId()));
        } catch (UnknownCase e) {
            LOG.warn(
                    "User task {} names a case that is not here; it is on no list",
                    waiting.task().key());
            return Optional.empty();
        }
    }

    private void end(long taskKey, WorkItem.State state, String action) {
        rows.lock(taskKey).filter(WorkItem::isOpen).ifPresent(item -> {
            changes.close(taskKey, state, null);
            audit.record(Entry.done(Actor.SYSTEM, action, item.caseId())
                    .on("task:" + taskKey)
                    .at(item.elementId()));
        });
    }

    private static Entry entry(WaitingTask waiting, String action) {
        return Entry.done(Actor.SYSTEM, action, waiting.task().caseId())
                .on("task:" + waiting.task().key())
                .at(waiting.task().elementId());
    }
}
