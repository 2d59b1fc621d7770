package org.konsil.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.print.Pdf;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands a controller's copy of everything to whoever answers for that controller; each export is in the history. */
@Controller
@Needs(Right.ANSWER_REQUESTS)
class CopyDownloads {

    private final RightsDesk desk;
    private final Parts parts;
    private final PartRows rows;
    private final PatientCopy copy;
    private final CopySections sections;
    private final Readers readers;
    private final Pdf pdf;
    private final Audit audit;
    private final CopyArchive archive;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CopyDownloads(
            RightsDesk desk,
            Parts parts,
            PartRows rows,
            PatientCopy copy,
            CopySections sections,
            Readers readers,
            Pdf pdf,
            Audit audit,
            CopyArchive archive,
            Access access,
            Clock clock,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.parts = parts;
        this.rows = rows;
        this.copy = copy;
        this.sections = sections;
        this.readers = readers;
        this.pdf = pdf;
        this.audit = audit;
        this.archive = archive;
        this.access = access;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping({
        "/cases/{caseId}/rights/requests/{partId}/copy.json",
        "/api/v1/cases/{caseId}/requests/{partId}/copy.json"
    })
    ResponseEntity<byte[]> json(@PathVariable CaseId caseId, @PathVariable String partId)
            throws JsonProcessingException {
        var part = export(caseId, partId, "json");
        return Downloads.json("copy.json", archive.json(copy.of(caseId, part.controller())));
    }

    @GetMapping({
        "/cases/{caseId}/rights/requests/{partId}/copy.pdf",
        "/api/v1/cases/{caseId}/requests/{partId}/copy.pdf"
    })
    ResponseEntity<byte[]> pdf(@PathVariable CaseId caseId, @PathVariable String partId) {
        var part = export(caseId, partId, "pdf");
        return Downloads.pdf("copy.pdf", readable(part, copy.of(caseId, part.controller())));
    }

    /** Both, and the files themselves. */
    @GetMapping({
        "/cases/{caseId}/rights/requests/{partId}/copy.zip",
        "/api/v1/cases/{caseId}/requests/{partId}/copy.zip"
    })
    void zip(@PathVariable CaseId caseId, @PathVariable String partId, HttpServletResponse answer) throws IOException {
        var part = export(caseId, partId, "zip");
        var content = copy.of(caseId, part.controller());
        var readable = readable(part, content);
        answer.setContentType("application/zip");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition("copy.zip"));
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var reader = access.current().actor();
        archive.write(content, readable, caseId, part.controller(), reader, answer.getOutputStream());
    }

    private byte[] readable(Part part, ObjectNode content) {
        var model = Map.of(
                "about", content.path("about"),
                "controller", part.controllerCode(),
                "sections", sections.of(content, Locale.ENGLISH),
                "readings", readers.of(part.caseId()));
        return pdf.of("rights/copy", model, Locale.ENGLISH);
    }

    private Part export(CaseId caseId, String partId, String format) {
        var seat = desk.openToAnswer(caseId);
        var part = parts.of(caseId, partId);
        if (part.kind() != Kind.ACCESS || part.controller() != seat.side()) {
            throw RequestRefused.unknown();
        }
        transaction.executeWithoutResult(status -> {
            rows.copied(part.id(), clock.instant());
            audit.record(Entry.done(seat.reader().actor(), "copy-exported", caseId)
                    .on("request:" + part.requestId())
                    .with("controller", part.controllerCode())
                    .with("format", format));
        });
        return part;
    }
}
