package org.konsil.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.Right;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets priority and date of work, and reminds. It is for those who follow the case and may take the task, whoever has it in hand. */
@Component
class Steering {

    /** Nobody is reminded of the same task more often. */
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(4);

    private static final int HIGHEST = 100;

    private final ItemDoor door;
    private final ItemChanges changes;
    private final Clocks clocks;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Steering(
            ItemDoor door,
            ItemChanges changes,
            Clocks clocks,
            Access access,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.door = door;
        this.changes = changes;
        this.clocks = clocks;
        this.access = access;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param priority 0 to 100; null gives the drawing its say back */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prioritize(WorkItem item, @Nullable Integer priority, Person by) {
        requireSteerable(item, by);
        if (priority != null && (priority < 0 || priority > HIGHEST)) {
            throw ItemRefused.priority(HIGHEST);
        }
        changes.prioritize(item.taskKey(), priority);
        audit.record(
                entry("task-prioritized", item, by).changed(item.priority(), priority == null ? "usual" : priority));
    }

    /** @throws ItemRefused if no clock runs for it, or the moment is over */
    @Transactional(propagation = Propagation.MANDATORY)
    public void date(WorkItem item, Instant due, Person by) {
        requireSteerable(item, by);
        if (item.clockId() == null) {
            throw ItemRefused.noClock();
        }
        if (due.isBefore(clock.instant())) {
            throw ItemRefused.datePassed();
        }
        clocks.fix(item.clockId(), due);
        audit.record(entry("task-dated", item, by).changed(item.due(), due));
    }

    /** Who has it in hand, else those to whom it is on offer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remind(WorkItem item, @Nullable Instant last, Person by) {
        requireSteerable(item, by);
        if (last != null && last.plus(BETWEEN_REMINDERS).isAfter(clock.instant())) {
            throw ItemRefused.remindedLately(BETWEEN_REMINDERS.toHours());
        }
        var to = item.assignee() == null ? item.candidates() : List.of(item.assignee());
        changes.reminded(item.taskKey());
        audit.record(entry("task-reminded", item, by).with("to", String.join(" ", to)));
        events.publishEvent(new WorkReminded(item.caseId(), item.taskKey(), to, item.reserved(), by.actor()));
    }

    private void requireSteerable(WorkItem item, Person by) {
        door.requireReadable(item, by);
        if (!access.may(by, item.caseId(), Right.READ_HISTORY)) {
            throw ItemRefused.notToSteer();
        }
    }

    private static Entry entry(String action, WorkItem item, Person by) {
        return Entry.done(by.actor(), action, item.caseId())
                .on("task:" + item.taskKey())
                .at(item.elementId());
    }
}
