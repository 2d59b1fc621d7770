package org.konsil.advice;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Compares a file that somebody has with the document that the history says was signed. The file is not kept. */
@Needs(Right.READ_ADVICE)
@Controller
class OutcomeCheck {

    private final DocumentCheck check;
    private final Outcomes outcomes;
    private final CaseFiles cases;
    private final Access access;
    private final Audit audit;
    private final MessageSource words;

    OutcomeCheck(
            DocumentCheck check, Outcomes outcomes, CaseFiles cases, Access access, Audit audit, MessageSource words) {
        this.check = check;
        this.outcomes = outcomes;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.words = words;
    }

    @PostMapping("/cases/{caseId}/outcome/check")
    String check(
            @PathVariable CaseId caseId, @RequestParam MultipartFile file, Locale reader, RedirectAttributes redirect)
            throws IOException {
        var verdict = verdict(caseId, file.getBytes());
        redirect.addFlashAttribute("genuine", verdict.genuine());
        redirect.addFlashAttribute("verdict", said(caseId, verdict, reader));
        return "redirect:/cases/" + caseId + "/outcome#check";
    }

    @PostMapping(
            path = "/api/v1/cases/{caseId}/outcome/verification",
            consumes = MediaType.APPLICATION_PDF_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Operation(
            summary = "Is this file the signed document?",
            description =
                    "Compares its SHA-256 with the one that the chained history keeps of the signing. The file is not kept.")
    DocumentCheck.Verdict verify(
            @PathVariable CaseId caseId, @org.springframework.web.bind.annotation.RequestBody byte[] file) {
        return verdict(caseId, file);
    }

    private DocumentCheck.Verdict verdict(CaseId caseId, byte[] file) {
        var verdict = check.of(caseId, file);
        audit.recordApart(
                Entry.done(access.current().actor(), "outcome-checked", caseId).with("genuine", verdict.genuine()));
        return verdict;
    }

    private String said(CaseId caseId, DocumentCheck.Verdict verdict, Locale reader) {
        var pseudonym = cases.summary(caseId).pseudonym();
        var version = verdict.version();
        var signedAt = verdict.signedAt();
        if (version == null || signedAt == null) {
            return words.getMessage("advice.check.no", new Object[] {pseudonym}, reader);
        }
        var yes = words.getMessage(
                "advice.check.yes", new Object[] {Days.of(signedAt).toString(), version, pseudonym}, reader);
        var superseded = outcomes.all(caseId).stream()
                .anyMatch(it -> it.version() == version && it.state() == Outcome.State.SUPERSEDED);
        return superseded ? yes + " " + words.getMessage("advice.check.yes.superseded", null, reader) : yes;
    }
}
