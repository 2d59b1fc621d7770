package org.konsil.audit;

import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180 with a header. */
class CsvLines implements ExportWriter {

    private static final String[] HEADER = {
        "seq",
        "id",
        "at",
        "actor",
        "action",
        "case",
        "object",
        "element",
        "outcome",
        "reason",
        "details",
        "sealedHash",
        "previousHash",
        "hash"
    };

    private final CSVPrinter lines;

    CsvLines(Writer out) throws IOException {
        this.lines = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setHeader(HEADER).get());
    }

    @Override
    public void entry(AuditRow row, Link link) throws IOException {
        var entry = row.entry();
        lines.printRecord(
                link.seq(),
                row.id(),
                row.at(),
                safe(entry.actor().userId()),
                safe(entry.action()),
                entry.caseId(),
                safe(entry.object()),
                safe(entry.element()),
                entry.outcome(),
                safe(entry.reason()),
                AuditRow.write(entry.details()),
                row.sealedHash(),
                link.previousHash(),
                link.hash());
    }

    @Override
    public void end() throws IOException {
        lines.flush();
    }

    /** A spreadsheet would take such a cell for a formula. */
    private static @Nullable String safe(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
