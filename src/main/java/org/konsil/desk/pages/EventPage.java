package org.konsil.desk.pages;

import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.desk.events.EventForms;
import org.konsil.desk.events.EventRefused;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
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
@Needs(Right.REPORT)
@Controller
@RequestMapping("/cases/{caseId}/report/{event}")
class EventPage {

    private final Dossiers dossiers;
    private final CaseEvents events;
    private final EventForms forms;
    private final CaseForm page;
    private final MessageSource messages;

    EventPage(Dossiers dossiers, CaseEvents events, EventForms forms, CaseForm page, MessageSource messages) {
        this.dossiers = dossiers;
        this.events = events;
        this.forms = forms;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, @PathVariable String event, Locale locale) {
        var opened = dossiers.open(caseId);
        var asked = known(event);
        events.require(caseId, asked, opened.reader());
        return page.open(opened, asked.code(), forms.of(asked), forms.context(asked, caseId), locale);
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
        try {
            events.require(caseId, asked, opened.reader());
        } catch (EventRefused refusal) {
            return page.late(
                    opened, asked.code(), forms.of(asked), forms.context(asked, caseId), posted, refusal, locale);
        }
        return page.send(
                opened, asked.code(), forms.of(asked), forms.context(asked, caseId), posted, locale, answers -> {
                    events.report(caseId, asked, answers, opened.reader());
                    redirect.addFlashAttribute(
                            "done", messages.getMessage("desk.event." + asked.code() + ".done", null, locale));
                    return dossiers.openIfStill(caseId).isPresent() ? "/cases/" + caseId : "/cases";
                });
    }

    private static CaseEvent known(String event) {
        return CaseEvent.of(event).orElseThrow(() -> EventRefused.unknown(event));
    }
}
