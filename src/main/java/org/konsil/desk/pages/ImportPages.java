package org.konsil.desk.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.desk.imports.Fate;
import org.konsil.desk.imports.Imports;
import org.konsil.desk.imports.Run;
import org.konsil.desk.imports.UploadRefused;
import org.konsil.desk.intake.Wishes;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sends many Phenopackets at once, and watches what becomes of them. */
@Needs(Right.REGISTER)
@Controller
@RequestMapping("/cases/import")
class ImportPages {

    private static final int ON_A_PAGE = 100;

    private final Imports imports;
    private final Access access;
    private final MessageSource messages;

    ImportPages(Imports imports, Access access, MessageSource messages) {
        this.imports = imports;
        this.access = access;
        this.messages = messages;
    }

    @GetMapping
    String open(Model model) {
        model.addAttribute("here", "register");
        model.addAttribute("wishes", Map.of("urgency", "routine", "question", "diagnosis"));
        return "desk/import";
    }

    @PostMapping
    String send(
            @RequestParam List<MultipartFile> files,
            @RequestParam String urgency,
            @RequestParam String question,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            var wishes = new Wishes(null, urgency, question, null);
            var run = imports.begin(files, wishes, access.current(), locale);
            return "redirect:/cases/import/" + run.id();
        } catch (UploadRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("here", "register");
            model.addAttribute("wishes", Map.of("urgency", urgency, "question", question));
            model.addAttribute(
                    "wrong",
                    messages.getMessage(
                            "refusal." + refused.code() + ".why",
                            refused.arguments().toArray(),
                            locale));
            return "desk/import";
        }
    }

    /** Reloads itself until it is over; one kind of result at a time, page by page. */
    @GetMapping("/{id}")
    String watch(
            @PathVariable UUID id,
            @RequestParam(required = false) Fate.@Nullable Kind show,
            @RequestParam(defaultValue = "0") int from,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("here", "register");
        var run = imports.find(id, access.current());
        if (run.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "desk/import-gone";
        }
        fill(model, run.get(), show, Math.max(0, from));
        if (!run.get().isOver()) {
            response.setHeader("Refresh", "2");
        }
        return "desk/import-run";
    }

    private static void fill(Model model, Run run, Fate.@Nullable Kind asked, int from) {
        var refused = run.count(Fate.Kind.REFUSED);
        var shown = asked == null ? (refused > 0 ? Fate.Kind.REFUSED : Fate.Kind.TAKEN) : asked;
        model.addAttribute("run", run);
        model.addAttribute("taken", run.count(Fate.Kind.TAKEN));
        model.addAttribute("again", run.count(Fate.Kind.AGAIN));
        model.addAttribute("refused", refused);
        model.addAttribute("show", shown.name());
        model.addAttribute("fates", run.fates(shown, from, ON_A_PAGE));
        var more = run.count(shown) > from + ON_A_PAGE;
        var address = "/cases/import/" + run.id() + "?show=" + shown;
        model.addAttribute("first", from == 0 ? null : address);
        model.addAttribute("next", more ? address + "&from=" + (from + ON_A_PAGE) : null);
    }
}
