package org.konsil.desk.pages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.Opened;
import org.konsil.desk.events.DeathConfirmation;
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

/** Asks whether the death that the papers record is right. */
@Controller
@RequestMapping("/cases/{caseId}/confirm-death")
class DeathPage {

    private final Dossiers dossiers;
    private final DeathConfirmation confirmation;
    private final Names names;
    private final MessageSource messages;

    DeathPage(Dossiers dossiers, DeathConfirmation confirmation, Names names, MessageSource messages) {
        this.dossiers = dossiers;
        this.confirmation = confirmation;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, Locale locale) {
        var opened = dossiers.open(caseId);
        confirmation.require(caseId, opened.reader());
        var start = confirmation.form().start(JsonNodeFactory.instance.objectNode());
        return page(opened, start, List.of(), HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable CaseId caseId,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = dossiers.open(caseId);
        confirmation.require(caseId, opened.reader());
        var form = confirmation.form();
        var answers = form.bind(posted, JsonNodeFactory.instance.objectNode());
        var wrong = answers.isRoundTrip() ? List.<Refusal.Field>of() : form.validate(answers, locale);
        if (answers.isRoundTrip() || !wrong.isEmpty()) {
            var status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
            return page(opened, answers, wrong, status, locale);
        }
        confirmation.answer(caseId, form.asJson(answers), opened.reader());
        redirect.addFlashAttribute("done", messages.getMessage("desk.death.done", null, locale));
        return new ModelAndView("redirect:/cases/" + caseId);
    }

    private ModelAndView page(
            Opened opened, FormAnswers answers, List<Refusal.Field> wrong, HttpStatus status, Locale locale) {
        var page = new ModelAndView("desk/event");
        page.setStatus(status);
        page.addObject("here", "cases");
        page.addObject("about", CaseRow.of(opened.about(), names, locale));
        page.addObject("event", "confirm-death");
        page.addObject("form", confirmation.form().view(answers, wrong, locale));
        return page;
    }
}
