package org.konsil.interim;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the network has told the home clinician, for programs. */
@Needs(Right.READ_ADVICE)
@RestController
@Tag(name = "Interim reports", description = "What the network has told the home clinician, step by step.")
class InterimApi {

    /** The reports of a case, oldest first. */
    record Told(List<InterimReport> items) {}

    private final InterimReports reports;
    private final Access access;
    private final Audit audit;

    InterimApi(InterimReports reports, Access access, Audit audit) {
        this.reports = reports;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/api/v1/cases/{caseId}/interim-reports")
    @Operation(
            summary = "What the network has told the home clinician",
            description = "One entry for each step, oldest first.")
    Told told(@PathVariable CaseId caseId) {
        audit.recordApart(Entry.done(access.current().actor(), "interim-read", caseId));
        return new Told(reports.of(caseId));
    }
}
