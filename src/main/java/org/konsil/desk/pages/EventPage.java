package org.konsil.desk.pages;

import java.util.List;
import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.Opened;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.desk.events.EventForms;
import org.konsil.desk.events.EventRefused;
import org.konsil.forms.FormAnswers;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks once more, in a form of its own, before an event is reported. */
@Controller
@RequestMapping("/cases/{caseId}/report/{event}")
class EventPage {

    private final Dossiers dossiers;
    private final CaseEvents events;
    private final EventForms forms;
    private final Names names;
    private final MessageSource messages;

    EventPage(Dossiers dossiers, CaseEvents events, EventForms forms, Names names, MessageSource messages) {
        this.dossiers = dossiers;
        this.events = events;
        this.forms = forms;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, @PathVariable String event, Locale locale) {
        var opened = dossiers.open(caseId);
        var asked = known(event);
        events.require(caseId, asked, opened.reader());
        var start = forms.of(asked).start(forms.context(asked, caseId));
        return page(opened, asked, start, List.of(), HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable CaseId caseId,
            @PathVariable String event,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = dossiers.open(caseId);
        var asked = known(event);
        events.require(caseId, asked, opened.reader());
        var form = forms.of(asked);
        var answers = form.bind(posted, forms.context(asked, caseId));
        var wrong = answers.isRoundTrip() ? List.<Refusal.Field>of() : form.validate(answers, locale);
        if (answers.isRoundTrip() || !wrong.isEmpty()) {
            var status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
            return page(opened, asked, answers, wrong, status, locale);
        }
        events.report(caseId, asked, form.asJson(answers), opened.reader());
        redirect.addFlashAttribute("done", messages.getMessage("desk.event." + asked.code() + ".done", null, locale));
        return new ModelAndView("redirect:/cases/" + caseId);
    }

    private ModelAndView page(
            Opened opened,
            CaseEvent event,
            FormAnswers answers,
            List<Refusal.Field> wrong,
            HttpStatus status,
            Locale locale) {
        var page = new ModelAndView("desk/event");
        page.setStatus(status);
        page.addObject("here", "cases");
        page.addObject("about", CaseRow.of(opened.about(), names, locale));
        page.addObject("event", event.code());
        page.addObject("form", forms.of(event).view(answers, wrong, locale));
        return page;
    }

    private static CaseEvent known(String event) {
        return CaseEvent.of(event).orElseThrow(() -> EventRefused.unknown(event));
    }
}
