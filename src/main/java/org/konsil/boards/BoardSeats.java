package org.konsil.boards;

import java.util.List;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.konsil.panel.Panels;
import org.springframework.stereotype.Component;

/** Who sits at a board: the network's coordinators, who hold it, and the panels of the cases on the agenda. */
@Component
class BoardSeats {

    private static final String COORDINATOR = "coordinator";

    private final Panels panels;
    private final SlotRows slots;
    private final Access access;

    BoardSeats(Panels panels, SlotRows slots, Access access) {
        this.panels = panels;
        this.slots = slots;
        this.access = access;
    }

    /** User ids, the coordinators first. */
    List<String> of(Meeting meeting) {
        var coordinators = holders(meeting.network()).stream().map(Person::userId);
        var members = cases(meeting).stream().flatMap(caseId -> members(caseId).stream());
        return Stream.concat(coordinators, members).distinct().toList();
    }

    /** Those of the case's panel, by user id. */
    List<String> members(CaseId caseId) {
        return panels.members(caseId);
    }

    /** In the order of the agenda. */
    List<CaseId> cases(Meeting meeting) {
        return slots.of(meeting.id()).stream().map(Slot::caseId).toList();
    }

    /** Who may hold the boards of a network. */
    List<Person> holders(NetworkId network) {
        return access.holders(new Group(COORDINATOR, network.value()));
    }

    boolean holds(Person person, NetworkId network) {
        return person.isIn(new Group(COORDINATOR, network.value()));
    }

    /** @throws BoardRefused as if there were none, for whoever does not hold the network's boards */
    void requireHolder(Person person, NetworkId network) {
        if (!holds(person, network)) {
            throw BoardRefused.unknown();
        }
    }

    /** @throws BoardRefused as if there were none, for whoever is not asked to it */
    void requireSeat(Person person, Meeting meeting) {
        if (!holds(person, meeting.network()) && !of(meeting).contains(person.userId())) {
            throw BoardRefused.unknown();
        }
    }

    /** Whether the reader works on this case's panel now, and so may know that it is on the agenda. */
    boolean mayKnow(Person person, CaseId caseId) {
        return access.may(person, caseId, Right.READ_OPINIONS);
    }
}
