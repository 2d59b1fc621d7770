package org.konsil.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.print.Pdf;
import org.konsil.process.ProcessFiles;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The record of processing activities (GDPR Art. 30), made anew from what is in force each time it is opened. */
@Controller
@Needs(Right.READ_PROCESSING_RECORD)
class RecordPage {

    /** What is handed out as a file. */
    record Document(
            String made, List<Processing> activities, List<RetentionTable.Line> retention, List<KeptData.Kept> kept) {}

    private final ProcessFiles files;
    private final RetentionTable retention;
    private final KeptData kept;
    private final Pdf pdf;
    private final Access access;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    RecordPage(
            ProcessFiles files,
            RetentionTable retention,
            KeptData kept,
            Pdf pdf,
            Access access,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.files = files;
        this.retention = retention;
        this.kept = kept;
        this.pdf = pdf;
        this.access = access;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/records-of-processing")
    String show(Model page) {
        page.addAttribute("here", "processing");
        page.addAttribute("record", document());
        return "rights/record";
    }

    @GetMapping("/api/v1/records-of-processing")
    @Tag(name = "Patient's rights")
    @Operation(
            summary = "The record of processing activities",
            description = "GDPR Article 30: made anew from models, contracts, forms and tables as they are in force.")
    ResponseEntity<byte[]> json() throws JsonProcessingException {
        note("json");
        return Downloads.json(
                "records-of-processing.json",
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document()));
    }

    @GetMapping("/records-of-processing.pdf")
    ResponseEntity<byte[]> pdf() {
        note("pdf");
        return Downloads.pdf(
                "records-of-processing.pdf",
                pdf.of("rights/record-document", Map.of("record", document()), Locale.ENGLISH));
    }

    private Document document() {
        return new Document(
                clock.instant().toString(),
                RecordOfProcessing.of(files.named(".bpmn"), files.named(".variables.yaml"), files.named(".form")),
                retention.lines(),
                kept.tables());
    }

    private void note(String format) {
        audit.recordApart(new Entry(
                access.current().actor(),
                "record-exported",
                null,
                null,
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("format", format)));
    }
}
