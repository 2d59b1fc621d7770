package org.konsil.boards;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a board. Sessions that are still ahead move along, each to the moment of the new rhythm in its own week, or month; one that
 * somebody moved by hand, or whose moment was asked for, keeps its moment. What was held stays as it was.
 */
@Service
class BoardChanges {

    private final BoardRows rows;
    private final MeetingRows meetings;
    private final SlotRows slots;
    private final BoardSeats seats;
    private final Meetings sessions;
    private final MeetingHistory history;
    private final Audit audit;
    private final Clock clock;

    BoardChanges(
            BoardRows rows,
            MeetingRows meetings,
            SlotRows slots,
            BoardSeats seats,
            Meetings sessions,
            MeetingHistory history,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.meetings = meetings;
        this.slots = slots;
        this.seats = seats;
        this.sessions = sessions;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the board, for its holder. @throws BoardRefused if there is none */
    @Transactional(readOnly = true)
    Board holding(UUID id, Person by) {
        var board = rows.find(id).orElseThrow(BoardRefused::unknown);
        seats.requireHolder(by, board.network());
        return board;
    }

    /**
     * The same plan twice is once.
     *
     * @param version that was changed
     * @throws BoardRefused if the board is closed, was changed since, or a session would move further than two years ahead
     */
    @Transactional
    Board change(UUID id, int version, BoardPlan plan, Person by) {
        var board = rows.lock(id).orElseThrow(BoardRefused::unknown);
        seats.requireHolder(by, board.network());
        if (board.isClosed()) {
            throw BoardRefused.closedForGood();
        }
        if (board.plan().equals(plan)) {
            return board;
        }
        if (board.version() != version) {
            throw BoardRefused.changedMeanwhile();
        }
        var changed = new Board(id, board.network(), plan, version + 1, false);
        rows.change(changed);
        audit.record(Boards.entry(by, "board-changed", id).with("version", changed.version()));
        moveAlong(board, changed, by);
        return changed;
    }

    private void moveAlong(Board before, Board after, Person by) {
        var all = meetings.lockAll(before.id());
        var shifted = Shifted.of(before.rhythm(), after.rhythm(), all, clock.instant());
        shifted.forEach(meetings::plannedFor);
        var moving = all.stream()
                .filter(it ->
                        it.isByRhythm() && shifted.containsKey(it.meeting().id()))
                .map(it -> it.meeting().id())
                .collect(Collectors.toSet());
        meetings.makeRoom(moving);
        for (var one : all) {
            var meeting = one.meeting();
            var moment = moving.contains(meeting.id())
                    ? shifted.getOrDefault(meeting.id(), meeting.startsAt())
                    : meeting.startsAt();
            if (meeting.isAhead()) {
                keep(
                        meeting,
                        meeting.like(
                                after.plan(), moment, slots.of(meeting.id()).size()),
                        by);
            }
        }
    }

    private void keep(Meeting meeting, Meeting changed, Person by) {
        meetings.keep(changed);
        if (changed.sequence() != meeting.sequence()) {
            sessions.moved(meeting, changed, by);
        } else if (!changed.equals(meeting)) {
            history.tell(meeting, "session-changed", by);
        }
    }
}
