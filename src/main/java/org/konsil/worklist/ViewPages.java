package org.konsil.worklist;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps a list as it is narrowed and ordered now, gives it a name, shares it, and takes it away again; and the one button that finds the next task. */
@Needs(Right.LIST)
@Controller
class ViewPages {

    private final Views views;
    private final NextTask nextTask;
    private final Access access;
    private final MessageSource words;

    ViewPages(Views views, NextTask nextTask, Access access, MessageSource words) {
        this.views = views;
        this.nextTask = nextTask;
        this.access = access;
        this.words = words;
    }

    @PostMapping("/work/views")
    String keep(
            @RequestParam Map<String, String> said,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String shared,
            @RequestParam(defaultValue = "") String name,
            Locale reader,
            RedirectAttributes flash) {
        var queue = Queue.of(list.isBlank() ? Queue.MINE.code() : list);
        var filter = QueueFilter.of(said);
        views.keep(queue, filter, shared, name, access.current());
        flash.addFlashAttribute("done", words.getMessage("worklist.views.done", null, reader));
        return "redirect:" + QueueAddress.of(queue, filter);
    }

    @PostMapping("/work/views/{id}/name")
    String rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            Locale reader,
            RedirectAttributes flash) {
        views.rename(id, name, access.current());
        flash.addFlashAttribute("done", words.getMessage("worklist.views.renamed", null, reader));
        return "redirect:/work";
    }

    @PostMapping("/work/views/{id}/shared")
    String share(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String shared,
            Locale reader,
            RedirectAttributes flash) {
        views.share(id, shared.strip(), access.current());
        flash.addFlashAttribute("done", words.getMessage("worklist.views.shared", null, reader));
        return "redirect:/work";
    }

    @PostMapping("/work/views/{id}/forget")
    String forget(@PathVariable UUID id, Locale reader, RedirectAttributes flash) {
        views.forget(id, access.current());
        flash.addFlashAttribute("done", words.getMessage("worklist.views.forgotten", null, reader));
        return "redirect:/work";
    }

    /** Takes the task that matters most now into the reader's hands, and opens it. */
    @PostMapping("/work/next")
    String next(Locale reader, RedirectAttributes flash) {
        var found = nextTask.take(access.current());
        if (found.isEmpty()) {
            flash.addFlashAttribute("done", words.getMessage("worklist.next.none", null, reader));
            return "redirect:/work/available";
        }
        var why = found.get().reasons().stream()
                .map(reason -> words.getMessage("worklist.next." + reason, null, reader))
                .toList();
        flash.addFlashAttribute(
                "done", words.getMessage("worklist.next.why", new Object[] {String.join(", ", why)}, reader));
        return "redirect:/tasks/" + found.get().item().taskKey();
    }
}
