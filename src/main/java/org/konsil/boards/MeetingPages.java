package org.konsil.boards;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.directory.Zones;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One session: its moment, who can come, its agenda, and its entry for calendars. */
@Needs(Right.HOLD_BOARDS)
@Controller
@RequestMapping("/boards/sessions/{session}")
class MeetingPages {

    private static final String ANSWER = "can-";

    private final Meetings meetings;
    private final MeetingView view;
    private final InvitationFile invitation;
    private final Access access;
    private final Audit audit;
    private final MessageSource words;

    MeetingPages(
            Meetings meetings,
            MeetingView view,
            InvitationFile invitation,
            Access access,
            Audit audit,
            MessageSource words) {
        this.meetings = meetings;
        this.view = view;
        this.invitation = invitation;
        this.access = access;
        this.audit = audit;
        this.words = words;
    }

    @Needs(Right.ATTEND_BOARDS)
    @GetMapping
    String show(@PathVariable UUID session, Model page) {
        var reader = access.current();
        var meeting = meetings.get(session, reader);
        audit.recordApart(Boards.entry(reader, "agenda-read", session));
        view.fill(meeting, reader, page);
        return "boards/session";
    }

    /** An invitation, an update of it, or that the session was called off. */
    @Needs(Right.ATTEND_BOARDS)
    @GetMapping("/invitation.ics")
    ResponseEntity<byte[]> invitation(@PathVariable UUID session) {
        var reader = access.current();
        return invitation.of(meetings.get(session, reader), reader);
    }

    @Needs(Right.ATTEND_BOARDS)
    @PostMapping("/answer")
    String answer(@PathVariable UUID session, @RequestParam Map<String, String> posted, RedirectAttributes redirect) {
        var said = new HashMap<Instant, AnswerRows.Can>();
        for (var moment : meetings.options(meetings.get(session, access.current()))) {
            var value = posted.getOrDefault(ANSWER + moment, "");
            Stream.of(AnswerRows.Can.values())
                    .filter(can -> can.name().equals(value))
                    .forEach(can -> said.put(moment, can));
        }
        meetings.answer(session, said, access.current());
        return done("answered", session, redirect);
    }

    /** One of the moments asked for. */
    @PostMapping("/fix")
    String fix(@PathVariable UUID session, @RequestParam Instant option, RedirectAttributes redirect) {
        meetings.fix(session, option, access.current());
        return done("fixed", session, redirect);
    }

    /** Another moment, where the network's days begin. */
    @PostMapping("/move")
    String move(
            @PathVariable UUID session,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime moment,
            RedirectAttributes redirect) {
        meetings.fix(session, moment.atZone(Zones.EUROPE).toInstant(), access.current());
        return done("fixed", session, redirect);
    }

    @PostMapping("/invite")
    String invite(@PathVariable UUID session, RedirectAttributes redirect) {
        meetings.invite(session, access.current());
        return done("invited", session, redirect);
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID session, RedirectAttributes redirect) {
        meetings.cancel(session, access.current());
        return done("canceled", session, redirect);
    }

    @PostMapping("/begin")
    String begin(@PathVariable UUID session, RedirectAttributes redirect) {
        meetings.begin(session, access.current());
        return done("begun", session, redirect);
    }

    @PostMapping("/end")
    String end(@PathVariable UUID session, RedirectAttributes redirect) {
        meetings.end(session, access.current());
        return done("ended", session, redirect);
    }

    private String done(String what, UUID session, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "done", words.getMessage("boards.done." + what, null, LocaleContextHolder.getLocale()));
        return "redirect:/boards/sessions/" + session;
    }
}
