package org.konsil.boards;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.NetworkId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The boards of networks: opened, closed, and planned session by session. */
@Service
class Boards {

    private static final int MOST_AT_ONCE = 12;
    private static final int LOOK_AHEAD = 60;
    private static final int MOST_OPTIONS = 5;

    private final BoardRows rows;
    private final MeetingRows meetings;
    private final BoardSeats seats;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Boards(
            BoardRows rows,
            MeetingRows meetings,
            BoardSeats seats,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.meetings = meetings;
        this.seats = seats;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those of the networks that the person coordinates. */
    @Transactional(readOnly = true)
    List<Board> of(Person person) {
        return rows.of(networks(person));
    }

    static List<NetworkId> networks(Person person) {
        return person.groups().stream()
                .filter(group -> group.role().equals("coordinator"))
                .map(group -> NetworkId.of(group.scope()))
                .toList();
    }

    /** @param id chosen by the page, so that the same page sent twice opens one board. @throws BoardRefused unless it makes sense and is the person's to open */
    Board open(UUID id, NetworkId network, BoardPlan plan, Person by) {
        seats.requireHolder(by, network);
        var board = new Board(id, network, plan, 0, false);
        try {
            transaction.executeWithoutResult(status -> {
                rows.add(board, by.userId(), clock.instant());
                audit.record(entry(by, "board-opened", id).with("network", network));
            });
            return board;
        } catch (DuplicateKeyException sentBefore) {
            // may be another network's, whose name was guessed or read somewhere
            var there = rows.find(id).orElseThrow(BoardRefused::unknown);
            seats.requireHolder(by, there.network());
            return there;
        }
    }

    /** No more sessions are planned; those that are stay. */
    @Transactional
    void close(UUID id, Person by) {
        var board = mine(id, by);
        if (!board.isClosed()) {
            rows.close(id, clock.instant());
            audit.record(entry(by, "board-closed", id));
        }
    }

    /** Plans the next sessions by the board's rhythm, those left out that are planned already. @return how many were added */
    @Transactional
    int plan(UUID id, int count, Person by) {
        var board = planning(id, by);
        return add(board, free(board, LOOK_AHEAD).limit(Math.clamp(count, 1, MOST_AT_ONCE)), by);
    }

    /** Plans a session at each of the next so many moments of the board's rhythm, as far as there is none yet: twice is once. @return how many were added */
    @Transactional
    int planAhead(UUID id, int moments, Person by) {
        var board = planning(id, by);
        return add(board, free(board, Math.clamp(moments, 1, MOST_AT_ONCE)), by);
    }

    private Stream<Instant> free(Board board, int moments) {
        var taken = meetings.taken(board.id());
        return board.rhythm().after(clock.instant(), moments).stream().filter(moment -> !taken.contains(moment));
    }

    private int add(Board board, Stream<Instant> moments, Person by) {
        var all = moments.toList();
        all.forEach(moment -> add(board, moment, Meeting.State.FIXED, by));
        return all.size();
    }

    /** Asks people which of these moments suits them. @throws BoardRefused unless there are two to five moments, all ahead, by two years at most */
    @Transactional
    UUID poll(UUID id, List<Instant> moments, Person by) {
        var board = planning(id, by);
        var options = moments.stream()
                .map(moment -> Meeting.ahead(moment, clock.instant()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (options.size() < 2
                || options.size() > MOST_OPTIONS
                || meetings.moments(id).contains(options.first())) {
            throw BoardRefused.noMoment();
        }
        var first = options.first();
        var meeting = add(board, first, Meeting.State.POLL, by);
        options.forEach(option -> meetings.option(meeting, option));
        return meeting;
    }

    private UUID add(Board board, Instant moment, Meeting.State state, Person by) {
        var meeting = new Meeting(
                UUID.randomUUID(),
                board.id(),
                board.network(),
                moment,
                board.slots(),
                board.slotMinutes(),
                board.plan().place(),
                board.videoLink(),
                state,
                0);
        meetings.add(meeting);
        audit.record(entry(by, "session-planned", meeting.id()).with("at", moment));
        return meeting.id();
    }

    private Board planning(UUID id, Person by) {
        var board = mine(id, by);
        if (board.isClosed()) {
            throw BoardRefused.closed();
        }
        return board;
    }

    private Board mine(UUID id, Person by) {
        var board = rows.lock(id).orElseThrow(BoardRefused::unknown);
        seats.requireHolder(by, board.network());
        return board;
    }

    static Entry entry(Person by, String action, UUID about) {
        return new Entry(by.actor(), action, null, "board:" + about, null, Entry.Outcome.DONE, null, Map.of());
    }
}
