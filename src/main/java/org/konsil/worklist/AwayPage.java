package org.konsil.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
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

/** When people are away, and who stands in. */
@Needs(Right.LIST)
@Controller
class AwayPage {

    private final Deputies deputies;
    private final Colleagues colleagues;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    AwayPage(Deputies deputies, Colleagues colleagues, Access access, MessageSource words, Clock clock) {
        this.deputies = deputies;
        this.colleagues = colleagues;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/work/away")
    String show(Model page) {
        var reader = access.current();
        var people = deputies.people(reader);
        var away = deputies.seenBy(reader);
        page.addAttribute("here", "work");
        page.addAttribute("people", people);
        page.addAttribute("away", away);
        page.addAttribute(
                "colleagues",
                people.stream()
                        .flatMap(person -> colleagues.of(person).stream())
                        .distinct()
                        .toList());
        page.addAttribute(
                "names",
                away.stream()
                        .flatMap(one -> Stream.of(one.userId(), one.deputy()))
                        .distinct()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> access.person(id).map(Person::displayName).orElse(id))));
        page.addAttribute("today", Days.of(clock.instant()));
        return "worklist/away";
    }

    @PostMapping("/work/away")
    String record(
            @RequestParam String person,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String deputy,
            Locale reader,
            RedirectAttributes flash) {
        deputies.record(person, from, until, deputy, access.current());
        flash.addFlashAttribute("done", words.getMessage("worklist.away.done", null, reader));
        return "redirect:/work/away";
    }

    @PostMapping("/work/away/{id}/end")
    String end(@PathVariable UUID id, Locale reader, RedirectAttributes flash) {
        deputies.end(id, access.current());
        flash.addFlashAttribute("done", words.getMessage("worklist.away.ended", null, reader));
        return "redirect:/work/away";
    }
}
