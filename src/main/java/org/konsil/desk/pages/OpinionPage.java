package org.konsil.desk.pages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.Opened;
import org.konsil.forms.Form;
import org.konsil.forms.FormAnswers;
import org.konsil.forms.Forms;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.konsil.panel.Opinions;
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

/** Lets an expert revise the opinion given, in the form in which it was given; every version is kept. */
@Controller
@RequestMapping("/cases/{caseId}/opinion")
class OpinionPage {

    private final Dossiers dossiers;
    private final Opinions opinions;
    private final Forms forms;
    private final Names names;
    private final MessageSource messages;

    OpinionPage(Dossiers dossiers, Opinions opinions, Forms forms, Names names, MessageSource messages) {
        this.dossiers = dossiers;
        this.opinions = opinions;
        this.forms = forms;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, Locale locale) {
        var opened = dossiers.open(caseId);
        var given = opinions.own(caseId, opened.reader());
        return page(opened, form().start(given.content()), List.of(), HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable CaseId caseId,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = dossiers.open(caseId);
        var form = form();
        var answers = form.bind(posted, JsonNodeFactory.instance.objectNode());
        var wrong = answers.isRoundTrip() ? List.<Refusal.Field>of() : form.validate(answers, locale);
        if (answers.isRoundTrip() || !wrong.isEmpty()) {
            var status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
            return page(opened, answers, wrong, status, locale);
        }
        opinions.revise(caseId, form.asJson(answers), opened.reader());
        redirect.addFlashAttribute("done", messages.getMessage("desk.event.opinion-revised.done", null, locale));
        return new ModelAndView("redirect:/cases/" + caseId + "/panel");
    }

    private Form form() {
        return forms.named("expert-opinion");
    }

    private ModelAndView page(
            Opened opened, FormAnswers answers, List<Refusal.Field> wrong, HttpStatus status, Locale locale) {
        var page = new ModelAndView("desk/event");
        page.setStatus(status);
        page.addObject("here", "cases");
        page.addObject("about", CaseRow.of(opened.about(), names, locale));
        page.addObject("event", "opinion-revised");
        page.addObject("form", form().view(answers, wrong, locale));
        return page;
    }
}
