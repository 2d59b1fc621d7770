package org.konsil.desk.events;

import org.konsil.kernel.Refusal;

/** The event cannot be taken, for this person or for the case as it stands. */
public final class EventRefused extends Refusal {

    private EventRefused(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** There is no event of that name. */
    public static EventRefused unknown(String event) {
        return new EventRefused(Kind.UNKNOWN, "event-unknown", "No event '" + event + "'", event);
    }

    static EventRefused notYours(CaseEvent event) {
        return new EventRefused(
                Kind.FORBIDDEN, "event-not-yours", "Not theirs to report: " + event.code(), event.code());
    }

    /** @param why and {@code advice} in the reader's language */
    static EventRefused notNow(CaseEvent event, String why, String advice) {
        return new EventRefused(Kind.CONFLICT, "event-not-possible-now", why, event.code(), why, advice);
    }
}
