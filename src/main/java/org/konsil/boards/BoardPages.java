package org.konsil.boards;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.directory.Zones;
import org.konsil.kernel.Days;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sessions to which one is asked; for coordinators also the boards that they hold. */
@Needs(Right.HOLD_BOARDS)
@Controller
@RequestMapping("/boards")
class BoardPages {

    private static final int NEXT = 3;

    private final Boards boards;
    private final Meetings meetings;
    private final Directory directory;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    BoardPages(Boards boards, Meetings meetings, Directory directory, Access access, MessageSource words, Clock clock) {
        this.boards = boards;
        this.meetings = meetings;
        this.directory = directory;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @Needs(Right.ATTEND_BOARDS)
    @GetMapping
    String show(Model page) {
        var reader = access.current();
        var mine = boards.of(reader);
        page.addAttribute("here", "boards");
        page.addAttribute("boards", mine);
        page.addAttribute("meetings", meetings.of(reader));
        page.addAttribute(
                "nextOnes",
                mine.stream()
                        .collect(Collectors.toMap(
                                Board::id, board -> board.rhythm().after(clock.instant(), NEXT))));
        page.addAttribute("networks", Boards.networks(reader));
        page.addAttribute(
                "names",
                directory.networks().stream()
                        .collect(Collectors.toMap(it -> it.id().value(), Network::name)));
        page.addAttribute("days", List.of(DayOfWeek.values()));
        page.addAttribute("zone", Zones.EUROPE.getId());
        page.addAttribute("today", Days.of(clock.instant()));
        page.addAttribute("newId", UUID.randomUUID());
        return "boards/boards";
    }

    @PostMapping
    String open(
            @RequestParam UUID id,
            @RequestParam String network,
            @RequestParam Rhythm.Kind rhythm,
            @RequestParam(defaultValue = "1") int every,
            @RequestParam(defaultValue = "1") int weekOfMonth,
            @RequestParam DayOfWeek weekday,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
            @RequestParam int slots,
            @RequestParam int slotMinutes,
            @RequestParam(required = false) @Nullable String videoLink,
            RedirectAttributes redirect) {
        var week = rhythm == Rhythm.Kind.MONTHLY ? weekOfMonth : 0;
        var when = new Rhythm(rhythm, every, week, weekday, firstDay, time, zone());
        var link = videoLink == null || videoLink.isBlank() ? null : videoLink.strip();
        var by = access.current();
        var own = Boards.networks(by).stream()
                .filter(it -> it.value().equals(network))
                .findFirst()
                .orElseThrow(BoardRefused::unknown);
        boards.open(id, own, when, slots, slotMinutes, link, by);
        return done("opened", redirect);
    }

    @PostMapping("/{board}/plan")
    String plan(@PathVariable UUID board, @RequestParam(defaultValue = "1") int count, RedirectAttributes redirect) {
        var added = boards.plan(board, count, access.current());
        return done("planned", redirect, added);
    }

    /** The moments are those of the board's own place. */
    @PostMapping("/{board}/poll")
    String poll(@PathVariable UUID board, @RequestParam List<String> moment) {
        var moments = moment.stream()
                .filter(text -> !text.isBlank())
                .map(BoardPages::moment)
                .toList();
        return "redirect:/boards/sessions/" + boards.poll(board, moments, access.current());
    }

    @PostMapping("/{board}/close")
    String close(@PathVariable UUID board, RedirectAttributes redirect) {
        boards.close(board, access.current());
        return done("closed", redirect);
    }

    /** @throws BoardRefused if it is none */
    private static Instant moment(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw BoardRefused.noMoment();
        }
    }

    private static ZoneId zone() {
        return Zones.EUROPE;
    }

    private String done(String what, RedirectAttributes redirect, Object... about) {
        redirect.addFlashAttribute(
                "done", words.getMessage("boards.done." + what, about, LocaleContextHolder.getLocale()));
        return "redirect:/boards";
    }
}
