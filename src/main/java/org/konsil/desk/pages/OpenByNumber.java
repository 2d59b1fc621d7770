package org.konsil.desk.pages;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from a number to the page of its case, for those who have no list. */
@Needs(Right.BE_SIGNED_IN)
@Controller
class OpenByNumber {

    @GetMapping("/cases/open")
    String open(@RequestParam CaseId id) {
        return "redirect:/cases/" + id;
    }
}
