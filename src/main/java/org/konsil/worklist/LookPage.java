package org.konsil.worklist;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which columns, in which order, how wide; and whether single keys do something. */
@Needs(Right.LIST)
@Controller
class LookPage {

    /** A line of the form. */
    record Line(String code, boolean shown, int place, boolean wide, boolean fixed) {}

    /** As static/js/desk.js hears them. */
    private static final List<String> KEYS =
            List.of("j", "k", "x", "c", "f", "n", "p", "g", "1", "2", "3", "4", "5", "?");

    private final Looks looks;
    private final Access access;
    private final MessageSource words;

    LookPage(Looks looks, Access access, MessageSource words) {
        this.looks = looks;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/work/look")
    String show(Model page) {
        var look = looks.of(access.current().userId());
        page.addAttribute("here", "work");
        page.addAttribute("keysOn", look.keys());
        page.addAttribute(
                "lines",
                Arrays.stream(Column.values())
                        .map(column -> line(column, look))
                        .sorted(Comparator.comparingInt(Line::place))
                        .toList());
        return "worklist/look";
    }

    @GetMapping("/work/keys")
    String keys(Model page) {
        page.addAttribute("here", "work");
        page.addAttribute("keysOn", looks.of(access.current().userId()).keys());
        page.addAttribute("keys", KEYS);
        return "worklist/keys";
    }

    @PostMapping("/work/look")
    String keep(@RequestParam Map<String, String> said, Locale reader, RedirectAttributes flash) {
        var chosen = Arrays.stream(Column.values())
                .filter(column -> said.containsKey("show-" + column.code()))
                .sorted(Comparator.comparingInt(column -> place(said.getOrDefault("place-" + column.code(), ""))))
                .toList();
        var wide = Arrays.stream(Column.values())
                .filter(column -> said.containsKey("wide-" + column.code()))
                .collect(Collectors.toSet());
        var look = said.containsKey("usual") ? Look.USUAL : new Look(chosen, wide, said.containsKey("keys"));
        looks.keep(access.current().userId(), look);
        flash.addFlashAttribute("done", words.getMessage("worklist.look.done", null, reader));
        return "redirect:/work/look";
    }

    private static Line line(Column column, Look look) {
        var at = look.columns().indexOf(column);
        return new Line(
                column.code(),
                at >= 0,
                at >= 0 ? at + 1 : look.columns().size() + column.ordinal() + 1,
                look.wide().contains(column),
                column == Column.NAME);
    }

    private static int place(String said) {
        try {
            return Integer.parseInt(said);
        } catch (NumberFormatException e) {
            return Column.values().length;
        }
    }
}
