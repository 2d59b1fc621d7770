package org.konsil.breakglass;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a case is opened with a reason, and where the others see it. */
@Controller
class BreakGlassPages {

    private static final List<Long> MINUTES = List.of(15L, 30L, 60L, 120L, 240L, 480L, 1440L);

    private final Openings openings;
    private final Account account;
    private final BreakGlassSettings settings;
    private final CaseFiles cases;
    private final Access access;
    private final MessageSource words;

    BreakGlassPages(
            Openings openings,
            Account account,
            BreakGlassSettings settings,
            CaseFiles cases,
            Access access,
            MessageSource words) {
        this.openings = openings;
        this.account = account;
        this.settings = settings;
        this.cases = cases;
        this.access = access;
        this.words = words;
    }

    @Needs(Right.BREAK_GLASS)
    @GetMapping("/cases/{caseId}/open")
    ModelAndView ask(@PathVariable CaseId caseId) {
        return form(caseId, "", openings.usual().toMinutes());
    }

    @Needs(Right.BREAK_GLASS)
    @PostMapping("/cases/{caseId}/open")
    Object open(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam long minutes,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            openings.open(caseId, reason, Duration.ofMinutes(minutes), access.current());
            redirect.addFlashAttribute("done", words.getMessage("breakglass.done", null, locale));
            return "redirect:/cases/" + caseId;
        } catch (OpeningRefused refused) {
            var page = form(caseId, reason, minutes);
            page.setStatus(refused.fields().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
            var arguments = refused.arguments().toArray();
            return page.addObject("wrong", words.getMessage("refusal." + refused.code() + ".why", arguments, locale));
        }
    }

    @Needs(Right.REVIEW_OPENINGS)
    @GetMapping("/openings")
    String list(Model model, Locale locale) {
        var reader = access.current();
        model.addAttribute("here", "openings");
        model.addAttribute(
                "told",
                openings.shownTo(reader).stream()
                        .map(opening -> account.of(opening, reader, locale))
                        .toList());
        return "breakglass/openings";
    }

    @Needs(Right.REVIEW_OPENINGS)
    @PostMapping("/openings/{id}/looked")
    String looked(@PathVariable UUID id) {
        openings.looked(id, access.current());
        return "redirect:/openings";
    }

    @Needs(Right.REVIEW_OPENINGS)
    @PostMapping("/openings/{id}/end")
    String end(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        openings.end(id, access.current());
        redirect.addFlashAttribute("done", words.getMessage("breakglass.ended", null, locale));
        return "redirect:/openings";
    }

    private ModelAndView form(CaseId caseId, String reason, long minutes) {
        var longest = settings.longest().toMinutes();
        return new ModelAndView("breakglass/open")
                .addObject("here", "cases")
                .addObject("caseId", caseId.toString())
                .addObject("pseudonym", cases.summary(caseId).pseudonym())
                .addObject("reason", reason)
                .addObject("minutes", minutes)
                .addObject(
                        "choices", MINUTES.stream().filter(it -> it <= longest).toList());
    }
}
