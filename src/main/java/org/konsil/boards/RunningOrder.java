package org.konsil.boards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which order the cases of an agenda are spoken about, and which has its turn now. */
@Service
class RunningOrder {

    private final MeetingRows meetings;
    private final SlotRows rows;
    private final BoardSeats seats;
    private final MeetingHistory history;

    RunningOrder(MeetingRows meetings, SlotRows rows, BoardSeats seats, MeetingHistory history) {
        this.meetings = meetings;
        this.rows = rows;
        this.seats = seats;
        this.history = history;
    }

    /** One place sooner; the first stays the first. */
    @Transactional
    void sooner(UUID id, CaseId caseId, Person by) {
        var meeting = open(id, by);
        var all = new ArrayList<>(rows.of(id));
        for (var at = 1; at < all.size(); at++) {
            if (all.get(at).caseId().equals(caseId)) {
                Collections.swap(all, at, at - 1);
                break;
            }
        }
        history.tell(meeting, number(id, all), "case-reordered", by);
    }

    /**
     * The cases named take, in this order, the places that they have among them now; the others keep theirs. Twice is once.
     *
     * @throws BoardRefused unless each stands on the agenda
     */
    @Transactional
    void arrange(UUID id, List<CaseId> cases, Person by) {
        var meeting = open(id, by);
        var all = new ArrayList<>(rows.of(id));
        var named = cases.stream()
                .distinct()
                .map(caseId -> all.stream()
                        .filter(slot -> slot.caseId().equals(caseId))
                        .findFirst()
                        .orElseThrow(BoardRefused::notOnAgenda))
                .toList();
        var places = named.stream().map(all::indexOf).sorted().toList();
        for (var at = 0; at < named.size(); at++) {
            all.set(places.get(at), named.get(at));
        }
        history.tell(meeting, number(id, all), "case-reordered", by);
    }

    /** The case has its turn; twice is once. @throws BoardRefused unless it stands on the agenda and its minutes are still to be written */
    @Transactional
    void call(UUID id, CaseId caseId, Person by) {
        var meeting = held(id, by);
        meeting.requireRunning();
        var slot = rows.find(id, caseId).orElseThrow(BoardRefused::notOnAgenda);
        if (slot.isDone()) {
            throw BoardRefused.tooLate();
        }
        if (slot.state() != Slot.State.NOW) {
            rows.now(id, caseId);
            history.tell(meeting, List.of(caseId), "case-called", by);
        }
    }

    /** The others move up where one was taken off. To be called with the session held. */
    void close(UUID id) {
        number(id, rows.of(id));
    }

    /** @return those whose place is another now */
    private List<CaseId> number(UUID id, List<Slot> slots) {
        var moved = new ArrayList<CaseId>();
        for (var at = 0; at < slots.size(); at++) {
            var slot = slots.get(at);
            if (slot.place() != at + 1) {
                rows.place(id, slot.caseId(), at + 1);
                moved.add(slot.caseId());
            }
        }
        return moved;
    }

    private Meeting open(UUID id, Person by) {
        var meeting = held(id, by);
        if (!meeting.isOpen()) {
            throw BoardRefused.tooLate();
        }
        return meeting;
    }

    private Meeting held(UUID id, Person by) {
        var meeting = meetings.lock(id);
        seats.requireHolder(by, meeting.network());
        return meeting;
    }
}
