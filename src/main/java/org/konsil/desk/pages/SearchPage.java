package org.konsil.desk.pages;

import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.casefile.CaseSearch;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a hospital's own case by its pseudonym or record number. Sent in the body, because addresses are logged and remembered. */
@Needs(Right.SEARCH)
@Controller
class SearchPage {

    private static final int LONGEST = 200;

    private final CaseSearch search;
    private final Names names;
    private final Access access;

    SearchPage(CaseSearch search, Names names, Access access) {
        this.search = search;
        this.names = names;
        this.access = access;
    }

    @PostMapping("/cases/search")
    String find(@RequestParam(defaultValue = "") String text, Model model, Locale locale) {
        var found = text.length() > LONGEST
                ? java.util.List.<CaseRow>of()
                : search.search(text, access.current()).stream()
                        .map(about -> CaseRow.of(about, names, locale))
                        .toList();
        model.addAttribute("here", "cases");
        model.addAttribute("cases", found);
        return "desk/found";
    }
}
