package org.konsil.boards;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.konsil.access.Person;
import org.konsil.kernel.NetworkId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of boards: called, moved, called off, begun, ended; and who can come. */
@Service
class Meetings {

    /** For so long a session that is over stays in the list. */
    private static final Period SHOWN = Period.ofDays(60);

    private final MeetingRows rows;
    private final AnswerRows answers;
    private final BoardSeats seats;
    private final ApplicationEventPublisher events;
    private final MeetingHistory history;
    private final Clock clock;

    Meetings(
            MeetingRows rows,
            AnswerRows answers,
            BoardSeats seats,
            ApplicationEventPublisher events,
            MeetingHistory history,
            Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.seats = seats;
        this.events = events;
        this.history = history;
        this.clock = clock;
    }

    /** Those to which the person is asked, or which they hold; the soonest first. */
    @Transactional(readOnly = true)
    List<Meeting> of(Person person) {
        var since = clock.instant().atOffset(ZoneOffset.UTC).minus(SHOWN).toInstant();
        return networks(person)
                .flatMap(network -> rows.of(network, since).stream())
                .filter(meeting -> seats.holds(person, meeting.network())
                        || seats.of(meeting).contains(person.userId()))
                .sorted(Comparator.comparing(Meeting::startsAt))
                .toList();
    }

    /** A guest from outside can be asked by any network. */
    private Stream<NetworkId> networks(Person person) {
        return person.holds("guest")
                ? rows.networks().stream()
                : person.groups().stream()
                        .filter(group ->
                                List.of("coordinator", "lead", "expert").contains(group.role()))
                        .map(group -> NetworkId.of(group.scope()))
                        .distinct();
    }

    /** @throws BoardRefused if there is none, or the person is not asked to it */
    @Transactional(readOnly = true)
    Meeting get(UUID id, Person person) {
        var meeting = rows.find(id).orElseThrow(BoardRefused::unknown);
        seats.requireSeat(person, meeting);
        return meeting;
    }

    /** @throws BoardRefused unless the person holds the network's boards */
    @Transactional(readOnly = true)
    Meeting holding(UUID id, Person person) {
        var meeting = rows.find(id).orElseThrow(BoardRefused::unknown);
        seats.requireHolder(person, meeting.network());
        return meeting;
    }

    @Transactional(readOnly = true)
    List<Instant> options(Meeting meeting) {
        return meeting.state() == Meeting.State.POLL ? rows.options(meeting.id()) : List.of(meeting.startsAt());
    }

    @Transactional(readOnly = true)
    List<AnswerRows.Answer> answers(Meeting meeting) {
        return answers.of(meeting.id());
    }

    /** Says of each moment whether one can come; the newest answer counts. @throws BoardRefused once it has begun */
    @Transactional
    void answer(UUID id, Map<Instant, AnswerRows.Can> said, Person by) {
        var meeting = rows.lock(id);
        seats.requireSeat(by, meeting);
        meeting.requireAhead();
        options(meeting).stream().filter(said::containsKey).forEach(moment -> {
            var can = said.getOrDefault(moment, AnswerRows.Can.NO);
            answers.say(id, new AnswerRows.Answer(by.userId(), moment, can), clock.instant());
        });
        history.tell(meeting, "session-answered", by);
    }

    /** Fixes the moment, or moves the session to another. @throws BoardRefused unless both are ahead, the moment by two years at most, and it is free */
    @Transactional
    void fix(UUID id, Instant moment, Person by) {
        var meeting = held(id, by);
        if (meeting.isFixedAt(moment)) {
            return;
        }
        var changed = meeting.at(moment, clock.instant());
        if (!meeting.startsAt().equals(changed.startsAt())
                && rows.moments(meeting.boardId()).contains(changed.startsAt())) {
            throw BoardRefused.noMoment();
        }
        rows.keep(changed);
        moved(meeting, changed, by);
    }

    /** Tells everybody who is asked that it takes place at another moment, or is longer or shorter. */
    void moved(Meeting meeting, Meeting changed, Person by) {
        history.tell(
                meeting, "session-moved", by, Map.of("at", changed.startsAt().toString()));
        tell(
                changed,
                meeting.state() == Meeting.State.POLL ? MeetingChanged.Change.CALLED : MeetingChanged.Change.MOVED,
                true);
    }

    /** Tells everybody who is asked, with the agenda as it stands. */
    @Transactional
    void invite(UUID id, Person by) {
        var meeting = held(id, by);
        meeting.requireAhead();
        history.tell(meeting, "session-invited", by);
        var hasMoment = meeting.state() != Meeting.State.POLL;
        tell(meeting, hasMoment ? MeetingChanged.Change.CALLED : MeetingChanged.Change.ASKED, hasMoment);
    }

    /** Calls it off; its cases are ready for another. Twice is once. */
    @Transactional
    void cancel(UUID id, Person by) {
        var meeting = held(id, by);
        if (meeting.state() != Meeting.State.CANCELED) {
            var changed = meeting.canceled();
            rows.keep(changed);
            history.tell(meeting, "session-canceled", by);
            tell(changed, MeetingChanged.Change.CANCELED, meeting.state() != Meeting.State.POLL);
        }
    }

    @Transactional
    void begin(UUID id, Person by) {
        var meeting = held(id, by);
        if (meeting.state() != Meeting.State.RUNNING) {
            rows.keep(meeting.begun());
            history.tell(meeting, "session-begun", by);
        }
    }

    /** Its cases that were not spoken about are ready for another. */
    @Transactional
    void end(UUID id, Person by) {
        var meeting = held(id, by);
        if (meeting.state() != Meeting.State.OVER) {
            rows.keep(meeting.ended());
            history.tell(meeting, "session-ended", by);
        }
    }

    private Meeting held(UUID id, Person by) {
        var meeting = rows.lock(id);
        seats.requireHolder(by, meeting.network());
        return meeting;
    }

    private void tell(Meeting meeting, MeetingChanged.Change change, boolean hasMoment) {
        events.publishEvent(new MeetingChanged(
                meeting.id(),
                meeting.network(),
                change,
                meeting.sequence(),
                hasMoment,
                seats.of(meeting),
                seats.cases(meeting)));
    }
}
