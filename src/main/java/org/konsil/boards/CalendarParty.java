package org.konsil.boards;

/** Who sends an entry for calendars, and to whom: the mail addresses of both, as RFC 5546 asks for them. */
public record CalendarParty(String organizer, String attendee) {}
