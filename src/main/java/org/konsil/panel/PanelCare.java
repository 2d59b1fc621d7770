package org.konsil.panel;

import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the coordinator and the lead do with invitations on the panel's page: remind, and ask another instead. */
@Needs(Right.DISCUSS)
@Controller
@RequestMapping("/cases/{caseId}/panel/invitations/{invitation}")
class PanelCare {

    private final Panels panels;
    private final Reminders reminders;
    private final Replacements replacements;
    private final Carers carers;
    private final Access access;
    private final MessageSource words;

    PanelCare(
            Panels panels,
            Reminders reminders,
            Replacements replacements,
            Carers carers,
            Access access,
            MessageSource words) {
        this.panels = panels;
        this.reminders = reminders;
        this.replacements = replacements;
        this.carers = carers;
        this.access = access;
        this.words = words;
    }

    @PostMapping("/remind")
    String remind(@PathVariable CaseId caseId, @PathVariable UUID invitation, RedirectAttributes redirect) {
        var by = access.current();
        carers.require(caseId, by);
        reminders.remind(caseId, invitation, by.actor());
        return done("reminded", caseId, redirect);
    }

    @PostMapping("/replace")
    String replace(@PathVariable CaseId caseId, @PathVariable UUID invitation, RedirectAttributes redirect) {
        var by = access.current();
        carers.require(caseId, by);
        var expert = panels.invitations(caseId).stream()
                .filter(it -> it.id().equals(invitation))
                .findFirst()
                .orElseThrow(() -> new NotInvited(caseId))
                .expert();
        replacements.dropOut(caseId, expert, by.actor());
        return done("replaced", caseId, redirect);
    }

    private String done(String what, CaseId caseId, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "done", words.getMessage("panel.board." + what + ".done", null, LocaleContextHolder.getLocale()));
        return "redirect:/cases/" + caseId + "/panel";
    }
}
