package org.konsil.rights;

import java.util.Locale;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.print.Pdf;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who saw what of a patient, when, on which consent, under which controller: to read, to print, and as PDF. */
@Controller
@Needs(Right.READ_REQUESTS)
class ReadersPage {

    private final RightsDesk desk;
    private final Readers readers;
    private final Controllers controllers;
    private final Pdf pdf;
    private final Audit audit;

    ReadersPage(RightsDesk desk, Readers readers, Controllers controllers, Pdf pdf, Audit audit) {
        this.desk = desk;
        this.readers = readers;
        this.controllers = controllers;
        this.pdf = pdf;
        this.audit = audit;
    }

    @GetMapping("/cases/{caseId}/rights/readers")
    String show(@PathVariable CaseId caseId, Model page) {
        page.addAllAttributes(read(caseId));
        page.addAttribute("here", "cases");
        return "rights/readers";
    }

    @GetMapping({"/cases/{caseId}/rights/readers.pdf", "/api/v1/cases/{caseId}/requests/readers.pdf"})
    ResponseEntity<byte[]> pdf(@PathVariable CaseId caseId) {
        return Downloads.pdf("readers.pdf", pdf.of("rights/readers-document", read(caseId), Locale.ENGLISH));
    }

    private Map<String, Object> read(CaseId caseId) {
        var seat = desk.openAtHome(caseId);
        audit.recordApart(Entry.done(seat.reader().actor(), "readers-read", caseId));
        return Map.of(
                "about", seat.about(),
                "home", controllers.name(seat.about(), org.konsil.vault.Controller.HOME),
                "network", controllers.name(seat.about(), org.konsil.vault.Controller.NETWORK),
                "readings", readers.of(caseId));
    }
}
