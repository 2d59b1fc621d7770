package org.konsil.desk.pages;

import java.util.Map;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.AuditChain;
import org.konsil.audit.Entry;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What auditors ask the history of all cases: whether it holds, and a copy of it. */
@Needs(Right.AUDIT)
@Controller
class AuditPage {

    private final AuditChain chain;
    private final Access access;
    private final Audit audit;

    AuditPage(AuditChain chain, Access access, Audit audit) {
        this.chain = chain;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/audit")
    String open(Model model) {
        model.addAttribute("here", "audit");
        return "desk/audit";
    }

    /** Recomputes every link of the chain. */
    @PostMapping("/audit")
    String verify(Model model) {
        audit.recordApart(new Entry(
                access.current().actor(), "audit-verified", null, null, null, Entry.Outcome.DONE, null, Map.of()));
        model.addAttribute("found", chain.verify());
        return open(model);
    }
}
