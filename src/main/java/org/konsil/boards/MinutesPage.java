package org.konsil.boards;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.panel.DiseaseNames;
import org.konsil.panel.Matrix;
import org.konsil.panel.Opinions;
import org.konsil.panel.Panels;
import org.konsil.web.Marks;
import org.konsil.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case while its network's board speaks about it: who recommends what, and the minutes as they are written. */
@Needs(Right.DISCUSS)
@Controller
@RequestMapping("/cases/{caseId}/session/{session}")
class MinutesPage {

    private final Meetings meetings;
    private final Agendas agendas;
    private final MinutesDesk desk;
    private final MinutesDrafts drafts;
    private final BoardSeats seats;
    private final Panels panels;
    private final Opinions opinions;
    private final DiseaseNames diseases;
    private final CaseFiles cases;
    private final Access access;
    private final Audit audit;
    private final Problems problems;
    private final Marks marks;
    private final MessageSource words;

    MinutesPage(
            Meetings meetings,
            Agendas agendas,
            MinutesDesk desk,
            MinutesDrafts drafts,
            BoardSeats seats,
            Panels panels,
            Opinions opinions,
            DiseaseNames diseases,
            CaseFiles cases,
            Access access,
            Audit audit,
            Problems problems,
            Marks marks,
            MessageSource words) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.desk = desk;
        this.drafts = drafts;
        this.seats = seats;
        this.panels = panels;
        this.opinions = opinions;
        this.diseases = diseases;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.problems = problems;
        this.marks = marks;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable CaseId caseId, @PathVariable UUID session) {
        var reader = access.current();
        var meeting = meetings.get(session, reader);
        audit.recordApart(Entry.done(reader.actor(), "panel-read", caseId).on("board:" + session));
        return page(meeting, caseId, null, reader);
    }

    /** Whatever is refused, the text typed stays on the page. */
    @PostMapping
    ModelAndView keep(
            @PathVariable CaseId caseId,
            @PathVariable UUID session,
            Minutes typed,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var by = access.current();
        var meeting = meetings.get(session, by);
        try {
            agendas.keep(session, caseId, typed, by);
        } catch (Refusal refusal) {
            var page = page(meeting, caseId, typed, by);
            var problem = problems.of(refusal);
            marks.refused(request, problem);
            page.addObject("problem", problem);
            page.setStatus(
                    refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        redirect.addFlashAttribute(
                "done", words.getMessage("boards.done.minutes", null, LocaleContextHolder.getLocale()));
        return new ModelAndView("redirect:/boards/sessions/" + session + "#agenda");
    }

    /** @param typed null shows what the reader had typed before */
    private ModelAndView page(Meeting meeting, CaseId caseId, @Nullable Minutes typed, Person reader) {
        var slot = agendas.of(meeting).stream()
                .filter(it -> it.caseId().equals(caseId))
                .findFirst()
                .orElseThrow(BoardRefused::unknown);
        var page = new ModelAndView("boards/minutes");
        page.addObject("here", "boards");
        page.addObject("caseId", caseId.toString());
        page.addObject("pseudonym", cases.summary(caseId).pseudonym());
        page.addObject("meeting", meeting);
        page.addObject("slot", slot);
        var mayWrite =
                seats.holds(reader, meeting.network()) && meeting.state() == Meeting.State.RUNNING && !slot.isDone();
        if (mayWrite) {
            desk.see(slot, reader.userId());
        }
        page.addObject("mayWrite", mayWrite);
        var before = typed == null ? desk.of(slot, reader.userId()) : Optional.<Minutes>empty();
        page.addObject("typed", typed == null ? before.orElse(Minutes.NOTHING) : typed);
        page.addObject("leftOver", !mayWrite && before.isPresent());
        page.addObject("besides", mayWrite ? drafts.besides(slot, reader) : "");
        var given = opinions.of(caseId);
        page.addObject("matrix", Matrix.of(given));
        page.addObject("diseases", diseases.of(given));
        page.addObject("members", panels.members(caseId));
        page.addObject("people", people(caseId));
        return page;
    }

    private Map<String, String> people(CaseId caseId) {
        return Stream.concat(
                        panels.members(caseId).stream(),
                        opinions.of(caseId).stream().map(Opinions.Opinion::expert))
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> access.person(id).map(Person::displayName).orElse(id)));
    }
}
