package org.konsil.boards;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.directory.Zones;
import org.konsil.kernel.Days;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final BoardChanges changes;
    private final Meetings meetings;
    private final Directory directory;
    private final Zones zones;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    BoardPages(
            Boards boards,
            BoardChanges changes,
            Meetings meetings,
            Directory directory,
            Zones zones,
            Access access,
            MessageSource words,
            Clock clock) {
        this.boards = boards;
        this.changes = changes;
        this.zones = zones;
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
        page.addAttribute("plan", usual());
        choices(page);
        page.addAttribute("newId", UUID.randomUUID());
        return "boards/boards";
    }

    /** What most networks would open. */
    private BoardPlan usual() {
        var today = Days.of(clock.instant());
        var rhythm = new Rhythm(Rhythm.Kind.WEEKLY, 1, 0, DayOfWeek.TUESDAY, today, LocalTime.of(14, 0), Zones.EUROPE);
        return new BoardPlan(null, rhythm, 8, 15, null, null, 7);
    }

    private void choices(Model page) {
        page.addAttribute("days", List.of(DayOfWeek.values()));
        page.addAttribute("zones", zones.all());
    }

    /** The form in which a board is changed. */
    @GetMapping("/{board}")
    String look(@PathVariable UUID board, Model page) {
        var there = changes.holding(board, access.current());
        if (there.isClosed()) {
            throw BoardRefused.closedForGood();
        }
        page.addAttribute("here", "boards");
        page.addAttribute("board", there);
        page.addAttribute("plan", there.plan());
        page.addAttribute(
                "network",
                directory
                        .network(there.network())
                        .map(Network::name)
                        .orElse(there.network().value()));
        choices(page);
        return "boards/board";
    }

    @PostMapping("/{board}")
    String change(@PathVariable UUID board, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        changes.change(board, BoardTyped.number(typed, "version"), BoardTyped.plan(typed), access.current());
        return done("changed", redirect);
    }

    @PostMapping
    String open(
            @RequestParam UUID id,
            @RequestParam String network,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        var by = access.current();
        var own = Boards.networks(by).stream()
                .filter(it -> it.value().equals(network))
                .findFirst()
                .orElseThrow(BoardRefused::unknown);
        boards.open(id, own, BoardTyped.plan(typed), by);
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
        var zone = changes.holding(board, access.current()).rhythm().zone();
        var moments = moment.stream()
                .filter(text -> !text.isBlank())
                .map(text -> moment(text, zone))
                .toList();
        return "redirect:/boards/sessions/" + boards.poll(board, moments, access.current());
    }

    @PostMapping("/{board}/close")
    String close(@PathVariable UUID board, RedirectAttributes redirect) {
        boards.close(board, access.current());
        return done("closed", redirect);
    }

    /** @throws BoardRefused if it is none */
    private static Instant moment(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw BoardRefused.noMoment();
        }
    }

    private String done(String what, RedirectAttributes redirect, Object... about) {
        redirect.addFlashAttribute(
                "done", words.getMessage("boards.done." + what, about, LocaleContextHolder.getLocale()));
        return "redirect:/boards";
    }
}
