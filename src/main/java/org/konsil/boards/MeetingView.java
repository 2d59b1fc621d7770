package org.konsil.boards;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a session out on its page. */
@Component
class MeetingView {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Turns turns;
    private final Guests guests;
    private final BoardSeats seats;
    private final Directory directory;

    MeetingView(Meetings meetings, Agendas agendas, Turns turns, Guests guests, BoardSeats seats, Directory directory) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.turns = turns;
        this.guests = guests;
        this.seats = seats;
        this.directory = directory;
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
        page.addAttribute("guests", guests.of(meeting, options, answers));
        page.addAttribute("unmailed", guests.unmailed(meeting, reader));
        page.addAttribute("can", counts(options, answers));
        page.addAttribute("mine", mine(reader, options, answers));
        page.addAttribute("turns", turns.of(meeting, reader));
        page.addAttribute("waiting", holds && meeting.isAhead() ? agendas.waiting(meeting, reader) : List.of());
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
