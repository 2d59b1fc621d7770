package org.konsil.absences;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Access;
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

/** When people are away, and who stands in: one's own, and those of the network that one coordinates. */
@Needs(Right.LIST)
@Controller
class AbsencePage {

    private final AbsenceBook book;
    private final Circle circle;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    AbsencePage(AbsenceBook book, Circle circle, Access access, MessageSource words, Clock clock) {
        this.book = book;
        this.circle = circle;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/absences")
    String show(Model page) {
        var reader = access.current();
        var people = circle.people(reader);
        var absences = book.seenBy(reader);
        page.addAttribute("here", "absences");
        page.addAttribute("absences", absences);
        page.addAttribute("people", people);
        page.addAttribute("deputies", circle.deputiesOffered(reader));
        page.addAttribute(
                "names",
                absences.stream()
                        .flatMap(one ->
                                Stream.concat(Stream.of(one.person()), Optional.ofNullable(one.deputy()).stream()))
                        .distinct()
                        .collect(Collectors.toMap(userId -> userId, circle::name)));
        page.addAttribute("keepsExpertise", access.may(reader, Right.KEEP_EXPERTISE));
        page.addAttribute("today", Days.of(clock.instant()));
        return "absences/absences";
    }

    /** Where deputies were kept before there was one calendar. */
    @GetMapping("/work/away")
    String before() {
        return "redirect:/absences";
    }

    @PostMapping("/absences")
    String record(
            @RequestParam String person,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String deputy,
            Locale reader,
            RedirectAttributes redirect) {
        var recorded = book.record(person, from, until, deputy.isEmpty() ? null : deputy, access.current());
        redirect.addFlashAttribute(
                "done", words.getMessage("absences.done", new Object[] {recorded.replacedOn()}, reader));
        return "redirect:/absences";
    }

    @PostMapping("/absences/{id}/end")
    String end(@PathVariable UUID id, Locale reader, RedirectAttributes redirect) {
        book.end(id, access.current());
        redirect.addFlashAttribute("done", words.getMessage("absences.ended", null, reader));
        return "redirect:/absences";
    }
}
