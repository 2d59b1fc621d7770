package org.konsil.desk.pages;

import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.events.ConsentRenewal;
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

/** Records a consent anew: when the patient agrees to more, to less, or once more. */
@Needs(Right.RECORD_CONSENT)
@Controller
@RequestMapping("/cases/{caseId}/consent")
class ConsentPage {

    private static final String EVENT = "consent-renewed";

    private final Dossiers dossiers;
    private final ConsentRenewal renewal;
    private final CaseForm page;
    private final MessageSource messages;

    ConsentPage(Dossiers dossiers, ConsentRenewal renewal, CaseForm page, MessageSource messages) {
        this.dossiers = dossiers;
        this.renewal = renewal;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, Locale locale) {
        return page.open(dossiers.open(caseId), EVENT, renewal.form(), renewal.context(caseId), locale);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable CaseId caseId,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = dossiers.open(caseId);
        return page.send(opened, EVENT, renewal.form(), renewal.context(caseId), posted, locale, answers -> {
            renewal.answer(caseId, answers, opened.reader());
            redirect.addFlashAttribute("done", messages.getMessage("desk.event.consent-renewed.done", null, locale));
            return "/cases/" + caseId;
        });
    }
}
