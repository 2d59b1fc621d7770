package org.konsil.telling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, without its text.
 *
 * @param attempts that were made
 * @param reason why the last attempt failed, as a code and, where the server gave one, its number: {@code address-refused 550}
 * @param dueAt when it is tried next, while it waits
 * @param session where it is an entry for calendars; null where it tells news
 */
record Mail(
        UUID id,
        String person,
        State state,
        int attempts,
        @Nullable String reason,
        Instant writtenAt,
        Instant dueAt,
        @Nullable Session session) {

    /**
     * A session of a board, in one of its states.
     *
     * @param sequence of the calendar entry
     */
    record Session(UUID meeting, int sequence, Method method) {}

    /** What a calendar is to do (RFC 5546). */
    enum Method {
        REQUEST,
        CANCEL
    }

    /** Where it stands. */
    enum State {
        WAITING,
        SENT,
        /** All that stood in it was read meanwhile, or is no longer for its reader: nothing was sent. */
        EMPTY,
        /** A server says that nobody gets mail under this address. */
        BOUNCED,
        /** Nobody took it, as often as it was tried. */
        FAILED
    }
}
