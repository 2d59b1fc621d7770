package org.konsil.desk.pages;

import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseList;
import org.konsil.casefile.CaseList.Filter;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.worklist.ItemFilter;
import org.konsil.worklist.WorkItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the reader, and the cases that moved last. */
@Needs(Right.BE_SIGNED_IN)
@Controller
class HomePage {

    private static final int SOME = 6;

    private final WorkItems work;
    private final CaseList cases;
    private final CaseFiles files;
    private final Names names;
    private final Access access;

    HomePage(WorkItems work, CaseList cases, CaseFiles files, Names names, Access access) {
        this.work = work;
        this.cases = cases;
        this.files = files;
        this.names = names;
        this.access = access;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        var reader = access.current();
        model.addAttribute("here", "home");
        model.addAttribute("reader", reader);
        model.addAttribute("watches", reader.holds("auditor"));
        model.addAttribute("registers", reader.holds("clinician"));
        model.addAttribute("counts", work.counts(reader));
        var waiting = work.list(ItemFilter.all(), reader).items().stream()
                .limit(SOME)
                .map(item ->
                        WorkRow.of(item, files.summary(item.caseId()).pseudonym(), names, work.opens(item, reader)))
                .toList();
        model.addAttribute("waiting", waiting);
        var found = cases.find(Filter.ANY, reader, null, SOME);
        model.addAttribute("total", found.total());
        model.addAttribute(
                "cases",
                found.items().stream()
                        .map(about -> CaseRow.of(about, names, locale))
                        .toList());
        return "desk/home";
    }
}
