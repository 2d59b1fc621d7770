package org.konsil.desk.pages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.forms.Form;
import org.konsil.forms.Forms;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.panel.Opinions;
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

/** Lets an expert revise the opinion given, in the form in which it was given; every version is kept. */
@Needs(Right.DISCUSS)
@Controller
@RequestMapping("/cases/{caseId}/opinion")
class OpinionPage {

    private static final String EVENT = "opinion-revised";

    private final Dossiers dossiers;
    private final Opinions opinions;
    private final Forms forms;
    private final CaseForm page;
    private final MessageSource messages;

    OpinionPage(Dossiers dossiers, Opinions opinions, Forms forms, CaseForm page, MessageSource messages) {
        this.dossiers = dossiers;
        this.opinions = opinions;
        this.forms = forms;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, Locale locale) {
        var opened = dossiers.open(caseId);
        var given = opinions.own(caseId, opened.reader());
        return page.open(opened, EVENT, form(), given.content(), locale);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable CaseId caseId,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = dossiers.open(caseId);
        var nothing = JsonNodeFactory.instance.objectNode();
        return page.send(opened, EVENT, form(), nothing, posted, locale, answers -> {
            opinions.revise(caseId, answers, opened.reader());
            redirect.addFlashAttribute("done", messages.getMessage("desk.event.opinion-revised.done", null, locale));
            return "/cases/" + caseId + "/panel";
        });
    }

    private Form form() {
        return forms.named("expert-opinion");
    }
}
