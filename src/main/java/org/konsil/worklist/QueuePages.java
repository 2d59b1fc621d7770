package org.konsil.worklist;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

/** The lists of work. What they are narrowed to stands in the address, so that a view can be kept and shared. */
@Needs(Right.LIST)
@Controller
class QueuePages {

    private static final int LONGEST = 200;

    private final WorkItems items;
    private final QueueView view;
    private final QueueFinds finds;
    private final Access access;
    private final MessageSource words;

    QueuePages(WorkItems items, QueueView view, QueueFinds finds, Access access, MessageSource words) {
        this.items = items;
        this.view = view;
        this.finds = finds;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/work")
    String mine(@RequestParam Map<String, String> said, Model model, Locale reader) {
        model.addAttribute("tooLate", items.tooLate(access.current()));
        return show(Queue.MINE, said, model, reader);
    }

    @GetMapping("/work/available")
    String available(@RequestParam Map<String, String> said, Model model, Locale reader) {
        return show(Queue.AVAILABLE, said, model, reader);
    }

    @GetMapping("/work/cases")
    String cases(@RequestParam Map<String, String> said, Model model, Locale reader) {
        return show(Queue.CASES, said, model, reader);
    }

    @GetMapping("/work/team")
    String team(@RequestParam Map<String, String> said, Model model, Locale reader) {
        return show(Queue.TEAM, said, model, reader);
    }

    @GetMapping("/work/all")
    String all(@RequestParam Map<String, String> said, Model model, Locale reader) {
        return show(Queue.ALL, said, model, reader);
    }

    /** Finds by what a case or a task is called, in the list as it is narrowed already. Sent in the body, because addresses are logged; the answer's address holds ids only. */
    @PostMapping("/work/find")
    String find(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "all") String list,
            @RequestParam Map<String, String> said,
            Locale reader,
            RedirectAttributes flash) {
        var queue = Queue.of(list);
        var found = text.length() > LONGEST ? Map.<String, String>of() : finds.find(text, access.current());
        if (found.isEmpty()) {
            flash.addFlashAttribute("note", words.getMessage("worklist.find.nothing", null, reader));
        }
        var address = new LinkedHashMap<>(QueueFilter.of(said).lasting());
        address.putAll(found);
        return "redirect:" + new QueueAddress(queue.path(), address);
    }

    private String show(Queue queue, Map<String, String> said, Model model, Locale reader) {
        view.show(queue, QueueFilter.of(said), access.current(), model, reader);
        return "worklist/list";
    }
}
