package org.konsil.worklist;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.absences.Absences;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Entry;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Component;

/** Decides who may see, take and work an item. */
@Component
class ItemDoor {

    private final ItemRows rows;
    private final Access access;
    private final Restraint restraint;
    private final Absences absences;

    ItemDoor(ItemRows rows, Access access, Restraint restraint, Absences absences) {
        this.rows = rows;
        this.access = access;
        this.restraint = restraint;
        this.absences = absences;
    }

    WorkItem see(long taskKey, Person person) {
        return rows.find(taskKey).filter(item -> maySee(item, person)).orElseThrow(() -> ItemRefused.unknown(taskKey));
    }

    /** As {@link #see}, and nobody else changes it until the transaction ends. */
    WorkItem lock(long taskKey, Person person) {
        return rows.lock(taskKey).filter(item -> maySee(item, person)).orElseThrow(() -> ItemRefused.unknown(taskKey));
    }

    boolean sees(WorkItem item, Person person) {
        return maySee(item, person);
    }

    /** The item is open, and the case not kept from this person. */
    void requireReadable(WorkItem item, Person person) {
        requireOpen(item);
        restraint.require(item, person);
    }

    /** The item is open, in the person's hands, in nobody's, or in those of somebody for whom they stand in; the case not kept from them. */
    void requireHandy(WorkItem item, Person person) {
        requireReadable(item, person);
        if (!isHandy(item, person)) {
            throw ItemRefused.takenBy(item.assignee());
        }
    }

    /** As {@link #requireHandy}, except that nothing is taken out of the hands of others, whoever stands in for them. */
    void requireFree(WorkItem item, Person person) {
        requireReadable(item, person);
        if (item.assignee() != null && !item.isFor(person.userId())) {
            throw ItemRefused.takenBy(item.assignee());
        }
    }

    boolean isHandy(WorkItem item, Person person) {
        return item.assignee() == null || item.isFor(person.userId()) || behalf(item, person) != null;
    }

    /** In whose stead the person acts on it: who has it in hand and is away; null if they act for themselves. */
    @Nullable
    String behalf(WorkItem item, Person person) {
        var holder = item.assignee();
        return holder != null
                        && !item.reserved()
                        && !item.isFor(person.userId())
                        && absences.standsInFor(person.userId()).contains(holder)
                ? holder
                : null;
    }

    /** The person may open it because somebody whose it is, or who was asked for it by name, is away and they stand in. */
    boolean opensInStead(WorkItem item, Person person) {
        return opensInStead(item, person, absences.standsInFor(person.userId()));
    }

    /** As {@link #opensInStead}, for many items. @param away for whom the person stands in today */
    boolean opensInStead(WorkItem item, Person person, Set<String> away) {
        var holder = item.assignee();
        return !item.reserved()
                && ((holder != null && away.contains(holder))
                        || item.candidates().stream().anyMatch(away::contains))
                && access.may(person, item.caseId(), Right.WORK);
    }

    /** The entry, with the one in whose stead the person acts. */
    Entry traced(Entry entry, WorkItem item, Person person) {
        var holder = behalf(item, person);
        return holder == null ? entry : entry.onBehalfOf(holder);
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
                && (item.reserved()
                        ? item.isFor(person.userId())
                        : access.mayWork(person, item.candidates(), null) || isOfferedToOneAway(item, person));
    }

    private boolean isOfferedToOneAway(WorkItem item, Person person) {
        return item.candidates().stream().anyMatch(name -> !name.contains(":"))
                && absences.standsInFor(person.userId()).stream().anyMatch(item.candidates()::contains);
    }

    /** It is on offer to the person or theirs, on a case that they may work on now. */
    private boolean maySee(WorkItem item, Person person) {
        return person.userId().equals(item.closedBy())
                || ((item.isFor(person.userId())
                                || access.mayWork(person, item.reserved() ? List.of() : item.candidates(), null)
                                || behalf(item, person) != null
                                || (!item.reserved() && isOfferedToOneAway(item, person)))
                        && access.may(person, item.caseId(), Right.WORK));
    }
}
