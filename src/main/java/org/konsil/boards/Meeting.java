package org.konsil.boards;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.NetworkId;

/**
 * One session of a board.
 *
 * @param startsAt while people are asked when they can come, the first of the moments
 * @param sequence of the calendar entry: grows with each change that calendars have to learn
 */
record Meeting(
        UUID id,
        UUID boardId,
        NetworkId network,
        Instant startsAt,
        int slots,
        int slotMinutes,
        @Nullable String place,
        @Nullable String videoLink,
        State state,
        int sequence) {

    private static final Period FURTHEST = Period.ofYears(2);

    /** Where a session stands. */
    enum State {
        /** People are asked when they can come. */
        POLL,
        /** Its moment is fixed. */
        FIXED,
        /** It is being held. */
        RUNNING,
        /** It was held. */
        OVER,
        /** It was called off. */
        CANCELED
    }

    /** Its agenda can still be changed. */
    public boolean isAhead() {
        return state == State.POLL || state == State.FIXED;
    }

    /** It has not come to its end. */
    public boolean isOpen() {
        return isAhead() || state == State.RUNNING;
    }

    public Duration length() {
        return Duration.ofMinutes((long) slots * slotMinutes);
    }

    /** When the case at this place, from 1, has its turn. */
    Instant turn(int place) {
        return startsAt.plus(Duration.ofMinutes((long) (place - 1) * slotMinutes));
    }

    /** A moment for a session, without its seconds. @throws BoardRefused unless it is ahead, and by two years at most */
    static Instant ahead(Instant moment, Instant now) {
        if (moment.isBefore(now)) {
            throw BoardRefused.noMoment();
        }
        if (moment.isAfter(now.atOffset(ZoneOffset.UTC).plus(FURTHEST).toInstant())) {
            throw BoardRefused.tooFar();
        }
        var minute = moment.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.isAfter(now)) {
            throw BoardRefused.noMoment();
        }
        return minute;
    }

    /** Whether its moment is fixed, and is this one: seconds do not count. */
    boolean isFixedAt(Instant moment) {
        return state == State.FIXED
                && !moment.isBefore(startsAt)
                && moment.isBefore(startsAt.plus(Duration.ofMinutes(1)));
    }

    /** Another moment, fixed. @throws BoardRefused unless the session is ahead, and the moment too */
    Meeting at(Instant moment, Instant now) {
        requireAhead();
        return changed(ahead(moment, now), State.FIXED, sequence + 1);
    }

    /** As the board is now, at that moment: calendars learn of it where the moment, the length or the place is another. What stands on the agenda keeps its time. */
    Meeting like(BoardPlan plan, Instant moment, int onAgenda) {
        var next = new Meeting(
                id,
                boardId,
                network,
                moment,
                Math.max(plan.slots(), onAgenda),
                plan.slotMinutes(),
                plan.place(),
                plan.videoLink(),
                state,
                sequence);
        var isSameEntry = moment.equals(startsAt)
                && next.length().equals(length())
                && Objects.equals(next.place, place)
                && Objects.equals(next.videoLink, videoLink);
        var concernsCalendars = state == State.FIXED && !isSameEntry;
        return concernsCalendars ? next.changed(moment, state, sequence + 1) : next;
    }

    /** @throws BoardRefused unless it is ahead */
    Meeting canceled() {
        requireAhead();
        return changed(startsAt, State.CANCELED, sequence + 1);
    }

    /** @throws BoardRefused unless its moment is fixed */
    Meeting begun() {
        if (state != State.FIXED) {
            throw BoardRefused.tooLate();
        }
        return changed(startsAt, State.RUNNING, sequence);
    }

    /** @throws BoardRefused unless it is being held */
    Meeting ended() {
        requireRunning();
        return changed(startsAt, State.OVER, sequence);
    }

    /** @throws BoardRefused unless it is ahead */
    void requireAhead() {
        if (!isAhead()) {
            throw BoardRefused.tooLate();
        }
    }

    /** @throws BoardRefused unless it is being held */
    void requireRunning() {
        if (state != State.RUNNING) {
            throw BoardRefused.tooLate();
        }
    }

    private Meeting changed(Instant moment, State next, int number) {
        return new Meeting(id, boardId, network, moment, slots, slotMinutes, place, videoLink, next, number);
    }
}
