package org.konsil.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.kernel.Days;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When experts are away: their own page, and that of their coordinator. */
@Needs(Right.KEEP_ABSENCES)
@Controller
class AbsencePage {

    private final Absences absences;
    private final Directory directory;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    AbsencePage(Absences absences, Directory directory, Access access, MessageSource words, Clock clock) {
        this.absences = absences;
        this.directory = directory;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/absences")
    String show(Model page) {
        var reader = access.current();
        var experts = absences.experts(reader);
        var colleagues = experts.stream()
                .flatMap(expert ->
                        expert.network() == null ? Stream.of(expert) : directory.expertsOf(expert.network()).stream())
                .distinct()
                .toList();
        page.addAttribute("here", "absences");
        page.addAttribute("absences", absences.of(reader));
        page.addAttribute("experts", experts);
        page.addAttribute("colleagues", colleagues);
        page.addAttribute(
                "names",
                colleagues.stream().collect(Collectors.toMap(Expert::userId, Expert::name, (one, same) -> one)));
        page.addAttribute("today", Days.of(clock.instant()));
        return "panel/absences";
    }

    @PostMapping("/absences")
    String record(
            @RequestParam String expert,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String deputy,
            Locale reader,
            RedirectAttributes redirect) {
        var recorded = absences.record(expert, from, until, deputy.isEmpty() ? null : deputy, access.current());
        redirect.addFlashAttribute(
                "done", words.getMessage("panel.absence.done", new Object[] {recorded.replacedOn()}, reader));
        return "redirect:/absences";
    }

    @PostMapping("/absences/{id}/end")
    String end(@PathVariable UUID id, Locale reader, RedirectAttributes redirect) {
        absences.end(id, access.current());
        redirect.addFlashAttribute("done", words.getMessage("panel.absence.ended", null, reader));
        return "redirect:/absences";
    }
}
