package org.konsil.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What auditors ask the history for: whether it holds, and a copy of it. */
@Needs(Right.AUDIT)
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "For auditors: whether the history holds, and a copy of it.")
class AuditApi {

    private final AuditChain chain;
    private final AuditExport export;
    private final Audit audit;

    AuditApi(AuditChain chain, AuditExport export, Audit audit) {
        this.chain = chain;
        this.export = export;
        this.audit = audit;
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Recompute every link of the history's chain",
            description =
                    "intact: false names the first entry that does not hold. Entries of the last second may be pending.")
    AuditChain.Verification verification(Principal reader) {
        note(reader, "audit-verified", Map.of());
        return chain.verify();
    }

    @GetMapping("/export")
    @Operation(
            summary = "Export the history",
            description =
                    "A ZIP with the entries in each format asked for, manifest.json with their SHA-256, and its signature"
                            + " (Ed25519). That it was exported is an entry of its own.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void export(
            @Parameter(description = "jsonl, csv, xes, or several separated by commas")
                    @RequestParam(defaultValue = "jsonl")
                    Set<String> format,
            @Parameter(description = "entries from this instant on") @RequestParam(required = false) @Nullable
                    Instant from,
            @Parameter(description = "entries before this instant") @RequestParam(required = false) @Nullable
                    Instant until,
            @Parameter(description = "entries of this case only")
                    @RequestParam(name = "case", required = false)
                    @Nullable
                    UUID caseId,
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
