package org.konsil.boards;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Saves the minutes of a case as they are typed, and says who else writes them. */
@Needs(Right.DISCUSS)
@Controller
class MinutesDrafts {

    /** What the page says after it saved by itself. */
    record Saved(String said, String besides) {}

    private final Meetings meetings;
    private final Agendas agendas;
    private final BoardSeats seats;
    private final MinutesDesk desk;
    private final Access access;
    private final MessageSource words;

    MinutesDrafts(
            Meetings meetings,
            Agendas agendas,
            BoardSeats seats,
            MinutesDesk desk,
            Access access,
            MessageSource words) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.seats = seats;
        this.desk = desk;
        this.access = access;
        this.words = words;
    }

    /** @throws BoardRefused to whoever may not write them, or not any more */
    @PostMapping("/cases/{caseId}/session/{session}/draft")
    @ResponseBody
    Saved keep(@PathVariable CaseId caseId, @PathVariable UUID session, Minutes typed, Locale reader) {
        var by = access.current();
        var meeting = meetings.get(session, by);
        seats.requireHolder(by, meeting.network());
        var slot = agendas.of(meeting).stream()
                .filter(it -> it.caseId().equals(caseId))
                .findFirst()
                .orElseThrow(BoardRefused::unknown);
        if (slot.isDone()) {
            throw BoardRefused.minutesKept();
        }
        meeting.requireRunning();
        if (typed.isTooLong()) {
            throw BoardRefused.minutesTooLong();
        }
        desk.keep(slot, typed, by.userId());
        var names = besides(slot, by);
        return new Saved(
                words.getMessage("boards.minutes.saved", null, reader),
                names.isEmpty() ? "" : words.getMessage("boards.minutes.besides", new Object[] {names}, reader));
    }

    /** Who else writes them now: the part of the page that is asked for anew when somebody comes or goes. */
    @GetMapping("/cases/{caseId}/session/{session}/besides")
    ModelAndView besides(@PathVariable CaseId caseId, @PathVariable UUID session) {
        var reader = access.current();
        var meeting = meetings.get(session, reader);
        var writes = seats.holds(reader, meeting.network()) && meeting.state() == Meeting.State.RUNNING;
        var names = agendas.of(meeting).stream()
                .filter(slot -> writes && slot.caseId().equals(caseId) && !slot.isDone())
                .map(slot -> besides(slot, reader))
                .collect(Collectors.joining());
        return new ModelAndView("boards/besides :: besides")
                .addObject("caseId", caseId.toString())
                .addObject("meetingId", session)
                .addObject("besides", names);
    }

    /** The names of those who write them too; empty if nobody does. */
    String besides(Slot slot, Person person) {
        return desk.others(slot, person.userId()).stream()
                .map(id -> access.person(id).map(Person::displayName).orElse(id))
                .collect(Collectors.joining(", "));
    }
}
