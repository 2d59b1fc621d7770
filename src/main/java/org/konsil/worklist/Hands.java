package org.konsil.worklist;

import org.jspecify.annotations.Nullable;
import org.konsil.absences.Absences;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes work from hand to hand. */
@Component
class Hands {

    private final ItemDoor door;
    private final ItemChanges changes;
    private final Notes notes;
    private final Absences absences;
    private final Access access;
    private final Audit audit;

    Hands(ItemDoor door, ItemChanges changes, Notes notes, Absences absences, Access access, Audit audit) {
        this.door = door;
        this.changes = changes;
        this.notes = notes;
        this.absences = absences;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public WorkItem claim(long taskKey, Person person) {
        var item = door.lock(taskKey, person);
        door.requireFree(item, person);
        if (item.isFor(person.userId())) {
            return item;
        }
        changes.assign(item, person.userId());
        audit.record(entry("task-claimed", item, person));
        return door.lock(taskKey, person);
    }

    @Transactional
    public WorkItem release(long taskKey, @Nullable String note, Person person) {
        var item = door.lock(taskKey, person);
        door.requireOpen(item);
        if (item.reserved()) {
            throw ItemRefused.reserved();
        }
        if (item.assignee() == null) {
            return item;
        }
        if (!door.isHandy(item, person)) {
            throw ItemRefused.notYours();
        }
        notes.leave(item, note, person.userId());
        changes.assign(item, null);
        audit.record(entry("task-released", item, person));
        return door.lock(taskKey, person);
    }

    /** Who is away does not get it: their deputy does. */
    @Transactional
    public WorkItem delegate(long taskKey, String userId, @Nullable String note, Person person) {
        var item = door.lock(taskKey, person);
        door.requireHandy(item, person);
        if (item.reserved()) {
            throw ItemRefused.reserved();
        }
        var meant = access.person(userId)
                .filter(it -> door.mayTake(item, it))
                .orElseThrow(() -> ItemRefused.cannotWork(userId));
        var other = absences.deputyOf(userId)
                .flatMap(access::person)
                .filter(it -> door.mayTake(item, it))
                .orElse(meant);
        notes.leave(item, note, person.userId());
        changes.assign(item, other.userId());
        var entry = entry("task-delegated", item, person).with("to", other.userId());
        audit.record(other.equals(meant) ? entry : entry.with("insteadOf", meant.userId()));
        return door.lock(taskKey, person);
    }

    private Entry entry(String action, WorkItem item, Person person) {
        return door.traced(
                Entry.done(person.actor(), action, item.caseId())
                        .on("task:" + item.taskKey())
                        .at(item.elementId()),
                item,
                person);
    }
}
