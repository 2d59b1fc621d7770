package org.konsil.desk.pages;

import java.util.List;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows of which pieces all pages are made, for whoever writes a page or a form. */
@Needs(Right.BE_SIGNED_IN)
@Controller
class DesignPage {

    private static final List<String> COLOURS =
            List.of("ink", "soft", "line", "paper", "ground", "sea", "sea-ink", "mint", "good", "warn", "bad", "focus");

    @GetMapping("/design")
    String show(Model model) {
        model.addAttribute("here", "design");
        model.addAttribute("colours", COLOURS);
        model.addAttribute("spaces", List.of(1, 2, 3, 4, 5, 6));
        model.addAttribute("clocks", List.of("on-time", "due-soon", "overdue", "stopped"));
        model.addAttribute("notices", List.of("info", "good", "warn", "bad"));
        return "desk/design";
    }
}
