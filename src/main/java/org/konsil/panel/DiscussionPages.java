package org.konsil.panel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Handover;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.Attachments;
import org.konsil.casefile.CaseFiles;
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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What lies behind the thread: the wordings that a message had, and its files. */
@Needs(Right.READ_OPINIONS)
@Controller
@RequestMapping("/cases/{caseId}/discussion")
class DiscussionPages {

    private final Discussion discussion;
    private final Attachments attachments;
    private final CaseFiles cases;
    private final Handover handover;
    private final Access access;
    private final Audit audit;

    DiscussionPages(
            Discussion discussion,
            Attachments attachments,
            CaseFiles cases,
            Handover handover,
            Access access,
            Audit audit) {
        this.discussion = discussion;
        this.attachments = attachments;
        this.cases = cases;
        this.handover = handover;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/{message}")
    String wordings(@PathVariable CaseId caseId, @PathVariable UUID message, Model page) {
        var reader = reader(caseId);
        audit.recordApart(Entry.done(reader.actor(), "discussion-read", caseId).on("message:" + message));
        page.addAttribute("here", "cases");
        page.addAttribute("caseId", caseId.toString());
        page.addAttribute("message", message);
        page.addAttribute("pseudonym", cases.summary(caseId).pseudonym());
        page.addAttribute("wordings", discussion.wordings(caseId, message));
        return "panel/wordings";
    }

    /** Always as a download, and only files of the discussion. */
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    @GetMapping("/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable CaseId caseId, @PathVariable UUID fileId) {
        var reader = reader(caseId);
        var isOfDiscussion = discussion.of(caseId).stream()
                .flatMap(it -> it.files().stream())
                .anyMatch(it -> it.id().equals(fileId));
        return attachments
                .find(caseId, fileId)
                .filter(file -> isOfDiscussion)
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
                        .body(handover.of(attachments.read(file, reader.actor()), caseId, Right.READ_OPINIONS)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Person reader(CaseId caseId) {
        var reader = access.current();
        if (!discussion.isFor(caseId, reader)) {
            throw new NotThePanel(caseId);
        }
        return reader;
    }
}
