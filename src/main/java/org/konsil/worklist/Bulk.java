package org.konsil.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Days;
import org.konsil.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the same with many tasks, each in a transaction of its own: what is refused for one is done for the others. */
@Service
class Bulk {

    private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);

    /** Tasks at once. */
    static final int MOST = 200;

    /** How long it can be undone. */
    static final Duration UNDOABLE = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 3;

    /** What is to be done: whom, how much, when, as the deed asks. */
    record Order(Deed deed, String value) {}

    private final ItemDoor door;
    private final ItemRows items;
    private final Hands hands;
    private final Steering steering;
    private final BulkRows rows;
    private final BulkUndo undo;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Bulk(
            ItemDoor door,
            ItemRows items,
            Hands hands,
            Steering steering,
            BulkRows rows,
            BulkUndo undo,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.door = door;
        this.items = items;
        this.hands = hands;
        this.steering = steering;
        this.rows = rows;
        this.undo = undo;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Why it would be refused now; null if it would be done. It is tried, and nothing of it stays. */
    @Nullable
    Refusal wouldRefuse(long taskKey, Order order, Person by) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                perform(door.lock(taskKey, by), order, by);
                return null;
            } catch (Refusal refusal) {
                return refusal;
            }
        });
    }

    /** Twice with the same id is once: what an earlier attempt has not come to is done now. */
    void run(UUID id, List<Long> tasks, Order order, Person by) {
        if (tasks.size() > MOST) {
            throw ItemRefused.tooMany(MOST);
        }
        if (!rows.begin(id, by.userId(), order.deed()) && !goesOn(id, order, by)) {
            return;
        }
        var known = rows.steps(id).stream().map(BulkRows.Step::taskKey).collect(Collectors.toSet());
        tasks.stream()
                .filter(taskKey -> !known.contains(taskKey))
                .distinct()
                .sorted()
                .forEach(taskKey -> once(id, taskKey, order, by));
    }

    private boolean goesOn(UUID id, Order order, Person by) {
        return rows.find(id, by.userId())
                .filter(act -> act.deed() == order.deed() && !act.isUndone())
                .isPresent();
    }

    private void once(UUID id, long taskKey, Order order, Person by) {
        try {
            atLast(() -> transaction.executeWithoutResult(status -> rows.add(id, step(taskKey, order, by))));
        } catch (Refusal refusal) {
            refused(id, taskKey, order, refusal, by);
        } catch (DuplicateKeyException sameMoment) {
            LOG.debug("Task {} was dealt with by the same form, sent at the same moment", taskKey);
        }
    }

    /** Who gives way to somebody else's act at the same moment tries again: one of many tasks does not stop the others. */
    private static void atLast(Runnable deed) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                deed.run();
                return;
            } catch (ConcurrencyFailureException gaveWay) {
                LOG.debug("Attempt {} gave way to somebody else", attempt, gaveWay);
            }
        }
        deed.run();
    }

    /** Takes back what nobody has touched since. @throws ItemRefused if it is too late, was undone already, or is not this person's */
    void takeBack(UUID id, Person by) {
        var act = rows.find(id, by.userId()).orElseThrow(ItemRefused::nothingToUndo);
        var left = rows.steps(id).stream().filter(BulkRows.Step::isDone).toList();
        if (!act.deed().isUndoable() || act.at().plus(UNDOABLE).isBefore(clock.instant()) || left.isEmpty()) {
            throw ItemRefused.nothingToUndo();
        }
        rows.undo(id);
        left.forEach(step -> undo.undo(act, step, by));
    }

    private BulkRows.Step step(long taskKey, Order order, Person by) {
        var before = door.lock(taskKey, by);
        perform(before, order, by);
        var after = items.find(taskKey).orElse(before);
        return new BulkRows.Step(
                taskKey, after.version(), value(before, order), value(after, order), null, null, false);
    }

    private void perform(WorkItem item, Order order, Person by) {
        switch (order.deed()) {
            case CLAIM -> {
                if (item.isFor(by.userId())) {
                    throw ItemRefused.yoursAlready();
                }
                hands.claim(item.taskKey(), by);
            }
            case ASSIGN -> hands.delegate(item.taskKey(), order.value(), null, by);
            case PRIORITY -> steering.prioritize(item, number(order.value()), by);
            case DUE -> steering.date(item, day(order.value()), by);
            case REMIND -> steering.remind(item, rows.reminded(item.taskKey()), by);
        }
    }

    private void refused(UUID id, long taskKey, Order order, Refusal refusal, Person by) {
        var argument = refusal.arguments().isEmpty()
                ? null
                : String.valueOf(refusal.arguments().getFirst());
        try {
            rows.add(id, new BulkRows.Step(taskKey, 0, null, null, refusal.code(), argument, false));
        } catch (DuplicateKeyException sameMoment) {
            return;
        }
        var entry = Entry.refused(
                by.actor(),
                order.deed().action(),
                items.find(taskKey).map(WorkItem::caseId).orElse(null),
                refusal.code());
        audit.recordApart(entry.on("task:" + taskKey));
    }

    private static @Nullable String value(WorkItem item, Order order) {
        var value =
                switch (order.deed()) {
                    case CLAIM, ASSIGN -> item.assignee();
                    case PRIORITY -> item.ownPriority();
                    case DUE -> item.due();
                    case REMIND -> null;
                };
        return value == null ? null : value.toString();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw ItemRefused.priority(100);
        }
    }

    private static Instant day(String text) {
        try {
            return Days.endOf(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw ItemRefused.filter("due", text);
        }
    }
}
