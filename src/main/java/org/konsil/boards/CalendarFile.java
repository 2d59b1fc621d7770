package org.konsil.boards;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Url;
import biweekly.util.Duration;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * A session as an entry for calendars (RFC 5545, RFC 5546). It leaves the program, so it holds no health data: the network's name, the
 * moment, pseudonyms and a link. An update has the same UID and a higher SEQUENCE.
 */
@Component
class CalendarFile {

    private final Directory directory;
    private final MessageSource words;
    private final Clock clock;

    CalendarFile(Directory directory, MessageSource words, Clock clock) {
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /** @param pseudonyms of the cases that the receiver may know of. @param link to the session's page */
    String of(Meeting meeting, List<String> pseudonyms, String link) {
        return of(meeting, meeting.state() == Meeting.State.CANCELED, pseudonyms, link, Optional.empty());
    }

    /** @param cancels whether the entry is to be taken out of the calendar. @param party where it goes by mail */
    String of(Meeting meeting, boolean cancels, List<String> pseudonyms, String link, Optional<CalendarParty> party) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Konsil//EN");
        calendar.setMethod(cancels ? Method.cancel() : Method.request());
        var event = event(meeting, cancels, pseudonyms, link);
        party.ifPresentOrElse(
                known -> {
                    event.setOrganizer(known.organizer());
                    event.addAttendee(attendee(known));
                },
                () -> room(event, meeting));
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    /** The way into the room is not mailed: it is found on the session's page. */
    private static void room(VEvent event, Meeting meeting) {
        var where = Stream.of(Optional.ofNullable(meeting.place()), Optional.ofNullable(meeting.videoLink()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (!where.isEmpty()) {
            event.setLocation(where);
        }
    }

    /** Whether somebody comes is said on the session's page, so no answer by mail is asked for. */
    private static Attendee attendee(CalendarParty party) {
        var attendee = new Attendee(null, party.attendee());
        attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
        attendee.setRsvp(false);
        return attendee;
    }

    private VEvent event(Meeting meeting, boolean cancels, List<String> pseudonyms, String link) {
        var event = new VEvent();
        event.setUid(meeting.id() + "@konsil");
        event.setSequence(meeting.sequence());
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(Date.from(meeting.startsAt()));
        event.setDuration(
                Duration.builder().minutes((int) meeting.length().toMinutes()).build());
        var network = directory
                .network(meeting.network())
                .map(Network::name)
                .orElse(meeting.network().value());
        event.setSummary(say("boards.calendar.title", network));
        var cases = pseudonyms.isEmpty() ? "" : say("boards.calendar.cases", String.join(", ", pseudonyms)) + "\n";
        event.setDescription(cases + say("boards.calendar.link", link));
        event.addProperty(new Url(link));
        event.setStatus(
                cancels
                        ? Status.cancelled()
                        : meeting.state() == Meeting.State.POLL ? Status.tentative() : Status.confirmed());
        return event;
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
