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
 */
public record Mail(
        UUID id,
        String person,
        State state,
        int attempts,
        @Nullable String reason,
        Instant writtenAt,
        Instant dueAt) {

    /** Where it stands. */
    public enum State {
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
