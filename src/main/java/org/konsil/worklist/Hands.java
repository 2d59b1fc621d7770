package org.konsil.worklist;

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
    private final Access access;
    private final Audit audit;

    Hands(ItemDoor door, ItemChanges changes, Access access, Audit audit) {
        this.door = door;
        this.changes = changes;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public WorkItem claim(long taskKey, Person person) {
        var item = door.lock(taskKey, person);
        door.requireHandy(item, person);
        if (item.isFor(person.userId())) {
            return item;
        }
        changes.assign(taskKey, person.userId());
        audit.record(entry("task-claimed", item, person));
        return door.lock(taskKey, person);
    }

    @Transactional
    public WorkItem release(long taskKey, Person person) {
        var item = door.lock(taskKey, person);
        door.requireOpen(item);
        if (item.reserved()) {
            throw ItemRefused.reserved();
        }
        if (item.assignee() == null) {
            return item;
        }
        if (!item.isFor(person.userId())) {
            throw ItemRefused.notYours();
        }
        changes.assign(taskKey, null);
        audit.record(entry("task-released", item, person));
        return door.lock(taskKey, person);
    }

    @Transactional
    public WorkItem delegate(long taskKey, String userId, Person person) {
        var item = door.lock(taskKey, person);
        door.requireHandy(item, person);
        if (item.reserved()) {
            throw ItemRefused.reserved();
        }
        var other = access.person(userId)
                .filter(it -> door.mayTake(item, it))
                .orElseThrow(() -> ItemRefused.cannotWork(userId));
        changes.assign(taskKey, other.userId());
        audit.record(entry("task-delegated", item, person).with("to", other.userId()));
        return door.lock(taskKey, person);
    }

    private static Entry entry(String action, WorkItem item, Person person) {
        return Entry.done(person.actor(), action, item.caseId())
                .on("task:" + item.taskKey())
                .at(item.elementId());
    }
}
