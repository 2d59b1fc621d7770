package org.konsil.boards;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.panel.PanelSessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agendas: which cases, and what was said and decided about each. */
@Service
class Agendas {

    private final BoardRows boards;
    private final MeetingRows meetings;
    private final SlotRows rows;
    private final TakenOff takenOff;
    private final MinutesDesk desk;
    private final RunningOrder order;
    private final Preparation preparation;
    private final PanelSessions sessions;
    private final BoardSeats seats;
    private final Audit audit;
    private final Clock clock;

    Agendas(
            BoardRows boards,
            MeetingRows meetings,
            SlotRows rows,
            TakenOff takenOff,
            MinutesDesk desk,
            RunningOrder order,
            Preparation preparation,
            PanelSessions sessions,
            BoardSeats seats,
            Audit audit,
            Clock clock) {
        this.boards = boards;
        this.meetings = meetings;
        this.rows = rows;
        this.takenOff = takenOff;
        this.desk = desk;
        this.order = order;
        this.preparation = preparation;
        this.sessions = sessions;
        this.seats = seats;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the running order. */
    @Transactional(readOnly = true)
    List<Slot> of(Meeting meeting) {
        return rows.of(meeting.id());
    }

    /** Ready cases that stand on no agenda, in the order in which they would be taken. */
    @Transactional(readOnly = true)
    List<Preparation.Ready> waiting(Meeting meeting, Person reader) {
        return waiting(meeting, List.of(reader));
    }

    private List<Preparation.Ready> waiting(Meeting meeting, List<Person> readers) {
        return preparation.of(meeting.network()).stream()
                .filter(one -> meetings.openWith(one.about().caseId()).isEmpty())
                .filter(one -> readers.stream()
                        .anyMatch(reader -> seats.mayKnow(reader, one.about().caseId())))
                .toList();
    }

    /** Fills the free slots by urgency and waiting time, with cases that lack nothing and that nobody took off. @return how many were added */
    @Transactional
    int fill(UUID id, Person by) {
        var meeting = heldWithOthers(id, by);
        meeting.requireAhead();
        return fill(meeting, List.of(by), by.actor());
    }

    /** Fills the free slots without anybody's press, with cases that a coordinator of the network may know. Nothing once it has begun. */
    @Transactional
    void fill(UUID id) {
        boards.hold(meetings.find(id).orElseThrow(BoardRefused::unknown).network());
        var meeting = meetings.lock(id);
        if (meeting.state() == Meeting.State.FIXED && rows.of(id).size() < meeting.slots()) {
            fill(meeting, seats.holders(meeting.network()), Actor.SYSTEM);
        }
    }

    private int fill(Meeting meeting, List<Person> readers, Actor by) {
        var off = takenOff.of(meeting.id());
        var next = waiting(meeting, readers).stream()
                .filter(one -> one.isComplete() && !off.contains(one.about().caseId()))
                .limit(Math.max(0, meeting.slots() - rows.of(meeting.id()).size()))
                .toList();
        next.forEach(one -> add(meeting, one.about().caseId(), by));
        return next.size();
    }

    /** @throws BoardRefused if no slot is free, or the case is not ready or stands on an agenda */
    @Transactional
    void add(UUID id, CaseId caseId, Person by) {
        var meeting = heldWithOthers(id, by);
        meeting.requireAhead();
        if (rows.find(id, caseId).isPresent()) {
            return;
        }
        var isWaiting = waiting(meeting, by).stream()
                .anyMatch(one -> one.about().caseId().equals(caseId));
        if (!isWaiting || rows.of(id).size() >= meeting.slots()) {
            throw BoardRefused.noPlace();
        }
        takenOff.forget(id, caseId);
        add(meeting, caseId, by.actor());
    }

    private void add(Meeting meeting, CaseId caseId, Actor by) {
        var place = rows.of(meeting.id()).stream().mapToInt(Slot::place).max().orElse(0) + 1;
        rows.add(meeting.id(), caseId, place, by.userId(), clock.instant());
        audit.record(Entry.done(by, "case-put-on-agenda", caseId).on("board:" + meeting.id()));
    }

    /** The others move up. */
    @Transactional
    void remove(UUID id, CaseId caseId, Person by) {
        var meeting = held(id, by);
        var slot = rows.find(id, caseId);
        if (slot.isEmpty()) {
            return;
        }
        if (slot.get().isDone() || !meeting.isOpen()) {
            throw BoardRefused.tooLate();
        }
        rows.remove(id, caseId);
        takenOff.note(id, caseId);
        order.close(id);
        audit.record(Entry.done(by.actor(), "case-taken-off-agenda", caseId).on("board:" + id));
    }

    /**
     * Keeps the minutes of a case: they become the panel's, the home clinician hears of the session, and the outcome's draft begins with
     * them.
     *
     * @throws BoardRefused unless the session is being held, nobody has kept them yet, somebody attended and something was said
     */
    @Transactional
    void keep(UUID id, CaseId caseId, Minutes minutes, Person by) {
        var meeting = held(id, by);
        meeting.requireRunning();
        var slot = rows.find(id, caseId).orElseThrow(BoardRefused::unknown);
        if (slot.isDone()) {
            throw BoardRefused.minutesKept();
        }
        var day = Days.of(meeting.startsAt());
        var form = minutes.form(seats.members(caseId), day);
        rows.done(id, caseId, sessions.hold(caseId, day, form, by.actor()));
        desk.tidy(id, caseId, by.userId());
    }

    /** No other session of the network takes a case meanwhile. Boards are held before their sessions, whoever needs both. */
    private Meeting heldWithOthers(UUID id, Person by) {
        boards.hold(meetings.find(id).orElseThrow(BoardRefused::unknown).network());
        return held(id, by);
    }

    private Meeting held(UUID id, Person by) {
        var meeting = meetings.lock(id);
        seats.requireHolder(by, meeting.network());
        return meeting;
    }
}
