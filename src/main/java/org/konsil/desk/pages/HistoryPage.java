package org.konsil.desk.pages;

import java.util.Locale;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.History;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that happened to a case, in plain words. */
@Needs(Right.READ_HISTORY)
@Controller
class HistoryPage {

    private final Dossiers dossiers;
    private final History history;
    private final Names names;

    HistoryPage(Dossiers dossiers, History history, Names names) {
        this.dossiers = dossiers;
        this.history = history;
        this.names = names;
    }

    @GetMapping("/cases/{caseId}/history")
    String history(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "false") boolean everything,
            Model model,
            Locale locale) {
        var opened = dossiers.open(caseId);
        model.addAttribute("here", "cases");
        model.addAttribute("about", CaseRow.of(opened.about(), names, locale));
        model.addAttribute("everything", everything);
        model.addAttribute(
                "lines",
                history.of(caseId, locale).stream()
                        .filter(line -> everything || line.isChange())
                        .toList());
        return "desk/history";
    }
}
