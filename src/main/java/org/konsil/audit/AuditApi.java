package org.konsil.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What auditors ask the history for: whether it holds, and a copy of it. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final AuditChain chain;
    private final AuditExport export;
    private final Audit audit;

    AuditApi(AuditChain chain, AuditExport export, Audit audit) {
        this.chain = chain;
        this.export = export;
        this.audit = audit;
    }

    /** Recomputes every link of the chain. */
    @GetMapping("/verification")
    AuditChain.Verification verification(Principal reader) {
        note(reader, "audit-verified", Map.of());
        return chain.verify();
    }

    /** A ZIP with the entries in each format asked for, {@code manifest.json} and its signature. */
    @GetMapping("/export")
    void export(
            @RequestParam(defaultValue = "jsonl") Set<String> format,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(name = "case", required = false) @Nullable UUID caseId,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        var formats = ExportFormat.parse(format);
        note(reader, "audit-exported", Map.of("format", String.join(",", format)));
        var file = Files.createTempFile("audit-export-", ".zip");
        try {
            export.write(file, formats, new AuditExport.Range(from, until, caseId), reader.getName());
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("audit.zip")
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private void note(Principal reader, String action, Map<String, String> details) {
        audit.recordApart(
                new Entry(Actor.of(reader.getName()), action, null, null, null, Entry.Outcome.DONE, null, details));
    }
}
