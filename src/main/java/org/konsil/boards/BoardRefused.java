package org.konsil.boards;

import org.konsil.kernel.Refusal;

/** Something that cannot be done with a board, or one of its sessions. */
final class BoardRefused extends Refusal {

    private BoardRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, code, arguments);
    }

    /** No rhythm: neither weekly nor monthly, or in a week that no month has. */
    static BoardRefused noRhythm() {
        return new BoardRefused(Kind.INVALID, "board-rhythm");
    }

    /** The room has to be an address that begins with https. */
    static BoardRefused noLink() {
        return new BoardRefused(Kind.INVALID, "board-link");
    }

    /** Too few or too many slots, or minutes of a slot. */
    static BoardRefused noSlots() {
        return new BoardRefused(Kind.INVALID, "board-slots");
    }

    /** There is none, or it is not for the reader to know of. */
    static BoardRefused unknown() {
        return new BoardRefused(Kind.UNKNOWN, "board-unknown");
    }

    /** The session has gone on meanwhile. */
    static BoardRefused tooLate() {
        return new BoardRefused(Kind.CONFLICT, "board-too-late");
    }

    /** The moment lies in the past, or there is a session at it already. */
    static BoardRefused noMoment() {
        return new BoardRefused(Kind.INVALID, "board-moment");
    }

    /** No more sessions are planned by a closed board. */
    static BoardRefused closed() {
        return new BoardRefused(Kind.CONFLICT, "board-closed");
    }

    /** A closed board is not changed any more. */
    static BoardRefused closedForGood() {
        return new BoardRefused(Kind.CONFLICT, "board-closed-for-good");
    }

    /** Somebody has changed the board since it was opened to be changed. */
    static BoardRefused changedMeanwhile() {
        return new BoardRefused(Kind.CONFLICT, "board-changed-meanwhile");
    }

    /** A name or place is too long, or the agenda is to fill itself too early. */
    static BoardRefused noPlan() {
        return new BoardRefused(Kind.INVALID, "board-plan");
    }

    /** The moment lies more than two years ahead. */
    static BoardRefused tooFar() {
        return new BoardRefused(Kind.INVALID, "board-too-far");
    }

    /** The case is not ready, stands on another agenda, or no slot is free. */
    static BoardRefused noPlace() {
        return new BoardRefused(Kind.CONFLICT, "board-no-place");
    }

    /** A case that was named does not stand on the agenda. */
    static BoardRefused notOnAgenda() {
        return new BoardRefused(Kind.CONFLICT, "board-not-on-agenda");
    }

    /** The minutes of the case are kept already. */
    static BoardRefused minutesKept() {
        return new BoardRefused(Kind.CONFLICT, "board-minutes-kept");
    }

    /** Points are missing, or nobody attended. */
    static BoardRefused noMinutes() {
        return new BoardRefused(Kind.INVALID, "board-no-minutes");
    }

    /** Longer than the form of the minutes allows. */
    static BoardRefused minutesTooLong() {
        return new BoardRefused(Kind.INVALID, "board-minutes-too-long");
    }
}
