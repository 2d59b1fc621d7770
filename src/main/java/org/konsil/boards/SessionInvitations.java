package org.konsil.boards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions as they are mailed to those who are asked: the network, the moment and a link; no case, not even a pseudonym. */
@Service
public class SessionInvitations {

    /**
     * A session as it stands now, for one person.
     *
     * @param network as it is called
     * @param zone where the person is
     * @param sequence of the calendar entry
     * @param isAsked whether the person has a seat, and the session is not called off
     * @param calendar as iCalendar (RFC 5546)
     */
    public record SessionInvitation(
            String network, Instant startsAt, ZoneId zone, int sequence, boolean isAsked, String calendar) {}

    private final MeetingRows rows;
    private final BoardSeats seats;
    private final Guests guests;
    private final CalendarFile file;
    private final Directory directory;

    SessionInvitations(MeetingRows rows, BoardSeats seats, Guests guests, CalendarFile file, Directory directory) {
        this.rows = rows;
        this.seats = seats;
        this.guests = guests;
        this.file = file;
        this.directory = directory;
    }

    /** The sessions that begin, or began, after that moment. */
    @Transactional(readOnly = true)
    public List<UUID> notBefore(Instant moment) {
        return rows.notBefore(moment);
    }

    /**
     * Empty if there is no such session.
     *
     * @param cancels whether the entry is to be taken out of the calendar
     * @param link to the session's page
     */
    @Transactional(readOnly = true)
    public Optional<SessionInvitation> of(
            UUID session, String userId, boolean cancels, CalendarParty party, String link) {
        return rows.find(session).map(meeting -> {
            var isAsked = meeting.state() != Meeting.State.CANCELED
                    && seats.of(meeting).contains(userId);
            var network = directory
                    .network(meeting.network())
                    .map(Network::name)
                    .orElse(meeting.network().value());
            return new SessionInvitation(
                    network,
                    meeting.startsAt(),
                    guests.zone(userId),
                    meeting.sequence(),
                    isAsked,
                    file.of(meeting, cancels, List.of(), link, Optional.of(party)));
        });
    }
}
