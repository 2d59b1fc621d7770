package org.konsil.worklist;

import java.util.List;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Component;

/** Decides who may see, take and work an item. */
@Component
class ItemDoor {

    private final ItemRows rows;
    private final Access access;
    private final Restraint restraint;

    ItemDoor(ItemRows rows, Access access, Restraint restraint) {
        this.rows = rows;
        this.access = access;
        this.restraint = restraint;
    }

    WorkItem see(long taskKey, Person person) {
        return rows.find(taskKey).filter(item -> maySee(item, person)).orElseThrow(() -> ItemRefused.unknown(taskKey));
    }

    /** As {@link #see}, and nobody else changes it until the transaction ends. */
    WorkItem lock(long taskKey, Person person) {
        return rows.lock(taskKey).filter(item -> maySee(item, person)).orElseThrow(() -> ItemRefused.unknown(taskKey));
    }

    /** The item is open, and the case not kept from this person. */
    void requireReadable(WorkItem item, Person person) {
        requireOpen(item);
        restraint.require(item, person);
    }

    /** The item is open, in the person's hands or in nobody's, and the case not kept from this person. */
    void requireHandy(WorkItem item, Person person) {
        requireReadable(item, person);
        if (item.assignee() != null && !item.isFor(person.userId())) {
            throw ItemRefused.takenBy(item.assignee());
        }
    }

    void requireOpen(WorkItem item) {
        switch (item.state()) {
            case OPEN -> {}
            case DONE -> throw ItemRefused.done(item.closedBy());
            case CANCELED, SUPERSEDED -> throw ItemRefused.canceled();
        }
    }

    boolean mayTake(WorkItem item, Person person) {
        return access.may(person, item.caseId(), Right.WORK)
                && (item.reserved() ? item.isFor(person.userId()) : access.mayWork(person, item.candidates(), null));
    }

    /** It is on offer to the person or theirs, on a case that they may work on now. */
    private boolean maySee(WorkItem item, Person person) {
        return person.userId().equals(item.closedBy())
                || ((item.isFor(person.userId())
                                || access.mayWork(person, item.reserved() ? List.of() : item.candidates(), null))
                        && access.may(person, item.caseId(), Right.WORK));
    }
}
