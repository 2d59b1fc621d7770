package org.konsil.boards;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.directory.Zones;
import org.konsil.kernel.Country;
import org.konsil.kernel.Urgency;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a session out on its page. */
@Component
class MeetingView {

    /** Who is asked, when it is there, and what they said of each moment. */
    record Guest(String name, List<String> hours, List<Optional<AnswerRows.Can>> said) {}

    /** A case on the agenda as the reader may see it: of one that is not theirs, that there is one. */
    record Turn(
            Slot slot,
            Instant at,
            boolean known,
            String pseudonym,
            boolean urgent,
            Preparation.@Nullable Ready ready) {}

    private final Meetings meetings;
    private final Agendas agendas;
    private final Preparation preparation;
    private final BoardSeats seats;
    private final CaseFiles cases;
    private final Directory directory;
    private final Zones zones;
    private final Access access;

    MeetingView(
            Meetings meetings,
            Agendas agendas,
            Preparation preparation,
            BoardSeats seats,
            CaseFiles cases,
            Directory directory,
            Zones zones,
            Access access) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.preparation = preparation;
        this.seats = seats;
        this.cases = cases;
        this.directory = directory;
        this.zones = zones;
        this.access = access;
    }

    void fill(Meeting meeting, Person reader, Model page) {
        var holds = seats.holds(reader, meeting.network());
        var options = meetings.options(meeting);
        var answers = meetings.answers(meeting);
        page.addAttribute("here", "boards");
        page.addAttribute("meeting", meeting);
        page.addAttribute(
                "network",
                directory
                        .network(meeting.network())
                        .map(Network::name)
                        .orElse(meeting.network().value()));
        page.addAttribute("holds", holds);
        page.addAttribute("options", options);
        page.addAttribute("guests", guests(meeting, options, answers));
        page.addAttribute("can", counts(options, answers));
        page.addAttribute("mine", mine(reader, options, answers));
        page.addAttribute("turns", turns(meeting, reader));
        page.addAttribute("waiting", holds && meeting.isAhead() ? agendas.waiting(meeting, reader) : List.of());
    }

    /** The cases on the agenda that the reader may know of. */
    List<String> pseudonyms(Meeting meeting, Person reader) {
        return turns(meeting, reader).stream()
                .filter(Turn::known)
                .map(Turn::pseudonym)
                .toList();
    }

    private List<Turn> turns(Meeting meeting, Person reader) {
        return agendas.of(meeting).stream()
                .map(slot -> turn(meeting, slot, reader))
                .toList();
    }

    private Turn turn(Meeting meeting, Slot slot, Person reader) {
        if (!seats.mayKnow(reader, slot.caseId())) {
            return new Turn(slot, meeting.turn(slot.place()), false, "", false, null);
        }
        var about = cases.summary(slot.caseId());
        return new Turn(
                slot,
                meeting.turn(slot.place()),
                true,
                about.pseudonym(),
                about.urgency() == Urgency.URGENT,
                preparation.of(meeting.network(), slot.caseId()).orElse(null));
    }

    private List<Guest> guests(Meeting meeting, List<Instant> options, List<AnswerRows.Answer> answers) {
        return seats.of(meeting).stream()
                .map(user -> new Guest(
                        access.person(user).map(Person::displayName).orElse(user),
                        options.stream().map(moment -> hour(moment, zone(user))).toList(),
                        options.stream()
                                .map(moment -> answers.stream()
                                        .filter(it -> it.user().equals(user)
                                                && it.moment().equals(moment))
                                        .map(AnswerRows.Answer::can)
                                        .findFirst())
                                .toList()))
                .toList();
    }

    private ZoneId zone(String user) {
        return directory
                .expert(user)
                .map(expert -> expert.country())
                .or(() -> access.person(user).flatMap(person -> Optional.<Country>ofNullable(person.country())))
                .map(zones::of)
                .orElse(Zones.EUROPE);
    }

    private static String hour(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm z", LocaleContextHolder.getLocale())
                .format(moment.atZone(zone));
    }

    private static Map<Instant, Long> counts(List<Instant> options, List<AnswerRows.Answer> answers) {
        return options.stream()
                .collect(Collectors.toMap(
                        moment -> moment,
                        moment -> answers.stream()
                                .filter(it -> it.moment().equals(moment) && it.can() == AnswerRows.Can.YES)
                                .count()));
    }

    private static Map<Instant, String> mine(Person reader, List<Instant> options, List<AnswerRows.Answer> answers) {
        return answers.stream()
                .filter(it -> it.user().equals(reader.userId()) && options.contains(it.moment()))
                .collect(Collectors.toMap(
                        AnswerRows.Answer::moment, it -> it.can().name()));
    }
}
