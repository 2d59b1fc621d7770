package org.konsil.worklist;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what was done with one task among many, unless somebody has acted since. */
@Component
class BulkUndo {

    private final ItemDoor door;
    private final ItemChanges changes;
    private final BulkRows rows;
    private final Clocks clocks;
    private final Audit audit;
    private final TransactionTemplate transaction;

    BulkUndo(
            ItemDoor door,
            ItemChanges changes,
            BulkRows rows,
            Clocks clocks,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.door = door;
        this.changes = changes;
        this.rows = rows;
        this.clocks = clocks;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    void undo(BulkRows.Act act, BulkRows.Step step, Person by) {
        try {
            transaction.executeWithoutResult(status -> {
                var item = door.lock(step.taskKey(), by);
                if (!rows.isDone(act.id(), step.taskKey())) {
                    return;
                }
                door.requireOpen(item);
                requireUntouched(act, step, item);
                back(act, step, item);
                rows.undo(act.id(), step.taskKey(), null);
                audit.record(Entry.done(by.actor(), "bulk-undone", item.caseId())
                        .on("task:" + step.taskKey())
                        .at(item.elementId())
                        .with("deed", act.deed().code()));
            });
        } catch (Refusal refusal) {
            rows.undo(act.id(), step.taskKey(), refusal.code());
        }
    }

    private static void requireUntouched(BulkRows.Act act, BulkRows.Step step, WorkItem item) {
        var moved = act.deed() == Deed.DUE && !Objects.equals(step.after(), text(item.due()));
        if (item.version() != step.version() || moved) {
            throw ItemRefused.actedSince();
        }
    }

    private void back(BulkRows.Act act, BulkRows.Step step, WorkItem item) {
        var before = step.before();
        switch (act.deed()) {
            case CLAIM, ASSIGN -> changes.assign(item, before);
            case PRIORITY -> changes.prioritize(item.taskKey(), before == null ? null : Integer.valueOf(before));
            case DUE -> {
                if (before == null || item.clockId() == null) {
                    throw ItemRefused.noClock();
                }
                clocks.fix(item.clockId(), Instant.parse(before));
            }
            case REMIND -> throw ItemRefused.nothingToUndo();
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
