package org.konsil.boards;

import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;

/**
 * A session of a network's board was called, moved or called off; to be told to those who are asked to it, with a link to its page and
 * nothing else.
 *
 * @param sequence of the calendar entry
 * @param hasMoment whether its moment was fixed, so that calendars have to learn of it
 * @param asked user ids
 * @param cases the agenda, in its order
 */
public record MeetingChanged(
        UUID meeting,
        NetworkId network,
        Change change,
        int sequence,
        boolean hasMoment,
        List<String> asked,
        List<CaseId> cases) {

    /** What happened. */
    public enum Change {
        ASKED,
        CALLED,
        MOVED,
        CANCELED
    }

    public MeetingChanged {
        asked = List.copyOf(asked);
        cases = List.copyOf(cases);
    }
}
