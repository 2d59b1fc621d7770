package org.konsil.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A list as a table to take away: CSV (RFC 4180) and XLSX (ECMA-376). */
@Needs(Right.LIST)
@Controller
class ExportPages {

    private final QueueExport export;
    private final Access access;

    ExportPages(QueueExport export, Access access) {
        this.export = export;
        this.access = access;
    }

    @GetMapping("/work/export.csv")
    void csv(@RequestParam Map<String, String> said, Locale reader, HttpServletResponse answer) throws IOException {
        var wanted = wanted(said, "csv", reader);
        head(answer, "text/csv;charset=UTF-8", "work.csv");
        try (var lines = new CsvLines(answer.getOutputStream())) {
            export.write(wanted, lines);
        }
    }

    @GetMapping("/work/export.xlsx")
    void xlsx(@RequestParam Map<String, String> said, Locale reader, HttpServletResponse answer) throws IOException {
        var wanted = wanted(said, "xlsx", reader);
        head(answer, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "work.xlsx");
        try (var lines = new SheetLines(answer.getOutputStream())) {
            export.write(wanted, lines);
        }
    }

    /** What is not understood is refused before anything is answered. */
    private QueueExport.Wanted wanted(Map<String, String> said, String format, Locale reader) {
        var list = said.getOrDefault("list", "");
        var queue = Queue.of(list.isBlank() ? Queue.MINE.code() : list);
        return export.begin(queue, QueueFilter.of(said).from(null), format, access.current(), reader);
    }

    private static void head(HttpServletResponse answer, String type, String name) {
        answer.setContentType(type);
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
