package org.konsil.desk.pages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.events.DeathConfirmation;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
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

/** Asks whether the death that the papers record is right. */
@Needs(Right.REPORT)
@Controller
@RequestMapping("/cases/{caseId}/confirm-death")
class DeathPage {

    private static final String EVENT = "confirm-death";

    private final Dossiers dossiers;
    private final DeathConfirmation confirmation;
    private final CaseForm page;
    private final MessageSource messages;

    DeathPage(Dossiers dossiers, DeathConfirmation confirmation, CaseForm page, MessageSource messages) {
        this.dossiers = dossiers;
        this.confirmation = confirmation;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, Locale locale) {
        var opened = dossiers.open(caseId);
        confirmation.require(caseId, opened.reader());
        return page.open(opened, EVENT, confirmation.form(), JsonNodeFactory.instance.objectNode(), locale);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable CaseId caseId,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = dossiers.open(caseId);
        var nothing = JsonNodeFactory.instance.objectNode();
        try {
            confirmation.require(caseId, opened.reader());
        } catch (Refusal refusal) {
            return page.late(opened, EVENT, confirmation.form(), nothing, posted, refusal, locale);
        }
        return page.send(opened, EVENT, confirmation.form(), nothing, posted, locale, answers -> {
            confirmation.answer(caseId, answers, opened.reader());
            redirect.addFlashAttribute("done", messages.getMessage("desk.death.done", null, locale));
            return "/cases/" + caseId;
        });
    }
}
