package org.konsil.desk.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.konsil.casefile.Attachments;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.Sight;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.context.MessageSource;
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

/** The files of a case: added by the home clinician once a person has looked at them, read by whoever sees the case. */
@org.springframework.stereotype.Controller
@RequestMapping("/cases/{caseId}/files")
class FilePages {

    private final Dossiers dossiers;
    private final Attachments attachments;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    FilePages(Dossiers dossiers, Attachments attachments, TransactionTemplate transaction, MessageSource messages) {
        this.dossiers = dossiers;
        this.attachments = attachments;
        this.transaction = transaction;
        this.messages = messages;
    }

    /** Always as a download: what others sent is never run in the reader's session. */
    @GetMapping("/{fileId}")
    ResponseEntity<byte[]> read(@PathVariable CaseId caseId, @PathVariable UUID fileId) {
        var opened = dossiers.open(caseId);
        return attachments
                .find(caseId, fileId)
                .filter(file -> opened.sight().clinical())
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
                        .body(attachments.read(file, opened.reader().actor())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping
    String add(
            @PathVariable CaseId caseId,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean looked,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        var opened = dossiers.open(caseId);
        if (opened.sight() != Sight.HOME || !looked) {
            var why = opened.sight() == Sight.HOME ? "desk.files.look-first" : "desk.files.not-yours";
            redirect.addFlashAttribute("wrong", messages.getMessage(why, null, locale));
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
