package org.konsil.boards;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.directory.Zones;
import org.konsil.kernel.Country;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who is asked to a session, with the time of where they are. */
@Component
class Guests {

    /** @param said of each moment, in their order; empty where nothing was said */
    record Guest(String userId, String name, ZoneId zone, List<Optional<AnswerRows.Can>> said) {

        /** What the clock shows there. */
        public String hour(Instant moment) {
            return DateTimeFormatter.ofPattern("HH:mm z", LocaleContextHolder.getLocale())
                    .format(moment.atZone(zone));
        }
    }

    private final BoardSeats seats;
    private final Directory directory;
    private final Zones zones;
    private final Access access;
    private final List<Unmailed> mail;

    Guests(BoardSeats seats, Directory directory, Zones zones, Access access, List<Unmailed> mail) {
        this.seats = seats;
        this.directory = directory;
        this.zones = zones;
        this.access = access;
        this.mail = mail;
    }

    /** @param options the moments, and answers: what was said of them */
    List<Guest> of(Meeting meeting, List<Instant> options, List<AnswerRows.Answer> answers) {
        return seats.of(meeting).stream()
                .map(user -> new Guest(
                        user,
                        access.person(user).map(Person::displayName).orElse(user),
                        zone(user),
                        options.stream()
                                .map(moment -> said(user, moment, answers))
                                .toList()))
                .toList();
    }

    /** By user id: when what was mailed about the session was written that did not arrive. For whoever holds it, as long as it can still be said to them another way. */
    Map<String, Instant> unmailed(Meeting meeting, Person reader) {
        var unmailed = new HashMap<String, Instant>();
        if (meeting.state() != Meeting.State.OVER && seats.holds(reader, meeting.network())) {
            mail.forEach(it -> unmailed.putAll(it.about(meeting.id())));
        }
        return unmailed;
    }

    private static Optional<AnswerRows.Can> said(String user, Instant moment, List<AnswerRows.Answer> answers) {
        return answers.stream()
                .filter(it -> it.user().equals(user) && it.moment().equals(moment))
                .map(AnswerRows.Answer::can)
                .findFirst();
    }

    /** Where somebody is, as the directory or the account says. */
    ZoneId zone(String user) {
        return directory
                .expert(user)
                .map(Expert::country)
                .or(() -> access.person(user).flatMap(person -> Optional.<Country>ofNullable(person.country())))
                .map(zones::of)
                .orElse(Zones.EUROPE);
    }
}
