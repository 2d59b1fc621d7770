package org.konsil.desk.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.konsil.access.Handover;
import org.konsil.casefile.Attachments;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.vault.Controller;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of the home provider: added by the home clinician once a person has looked at them, read by whoever sees the case. Those of the discussion are the panel's. */
@Needs(Right.READ_CLINICAL)
@org.springframework.stereotype.Controller
@RequestMapping("/cases/{caseId}/files")
class FilePages {

    private final Dossiers dossiers;
    private final Attachments attachments;
    private final Handover handover;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    FilePages(
            Dossiers dossiers,
            Attachments attachments,
            Handover handover,
            TransactionTemplate transaction,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.attachments = attachments;
        this.handover = handover;
        this.transaction = transaction;
        this.messages = messages;
    }

    /** Always as a download: what others sent is never run in the reader's session. */
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    @GetMapping("/{fileId}")
    ResponseEntity<Resource> read(@PathVariable CaseId caseId, @PathVariable UUID fileId) {
        var opened = dossiers.open(caseId);
        return attachments
                .find(caseId, fileId)
                .filter(file -> file.controller() == Controller.HOME)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(handover.of(
                                attachments.read(file, opened.reader().actor()), caseId, Right.READ_CLINICAL)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Needs(Right.ADD_FILES)
    @PostMapping
    String add(
            @PathVariable CaseId caseId,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean looked,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        var opened = dossiers.open(caseId);
        if (!looked) {
            redirect.addFlashAttribute("wrong", messages.getMessage("desk.files.look-first", null, locale));
        } else {
            var content = file.getBytes();
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            transaction.executeWithoutResult(status -> attachments.add(
                    caseId, Controller.HOME, name, content, opened.reader().actor()));
            redirect.addFlashAttribute("done", messages.getMessage("desk.files.added", null, locale));
        }
        return "redirect:/cases/" + caseId + "#files";
    }
}
