package org.konsil.advice;

import org.konsil.access.Access;
import org.konsil.access.Handover;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands the signed document to those who may see the case; each reading is in the history. */
@Needs(Right.READ_ADVICE)
@Controller
class OutcomeDownload {

    private final Outcomes outcomes;
    private final Handover handover;
    private final Access access;
    private final Audit audit;

    OutcomeDownload(Outcomes outcomes, Handover handover, Access access, Audit audit) {
        this.outcomes = outcomes;
        this.handover = handover;
        this.access = access;
        this.audit = audit;
    }

    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    @GetMapping({"/cases/{caseId}/outcome.pdf", "/api/v1/cases/{caseId}/outcome.pdf"})
    ResponseEntity<Resource> pdf(@PathVariable String caseId) {
        var about = CaseId.of(caseId);
        var reader = access.current();
        var pdf = outcomes.pdf(about).orElseThrow(() -> new NoOutcome(about));
        audit.recordApart(Entry.done(reader.actor(), "outcome-read", about));
        var disposition = ContentDisposition.inline().filename("outcome.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(handover.of(pdf, about, Right.READ_ADVICE));
    }
}
