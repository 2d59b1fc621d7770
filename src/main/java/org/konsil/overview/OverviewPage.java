package org.konsil.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.print.Pdf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work as a whole, to be read and to be printed for the week's meeting. */
@Needs(Right.READ_INDICATORS)
@Controller
class OverviewPage {

    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Overview::code).toList();

    private final OverviewDesk desk;
    private final OverviewLines lines;
    private final Charts charts;
    private final Pdf pdf;

    OverviewPage(OverviewDesk desk, OverviewLines lines, Charts charts, Pdf pdf) {
        this.desk = desk;
        this.lines = lines;
        this.charts = charts;
        this.pdf = pdf;
    }

    @GetMapping("/overview")
    String show(
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String stage,
            Model model,
            Locale locale) {
        var read = desk.read(new OverviewDesk.Asked(network, country, stage), "overview-read", locale);
        model.addAttribute("here", "overview");
        model.addAttribute("scopes", read.scopes());
        model.addAttribute("stages", STAGES);
        model.addAllAttributes(shown(read, locale));
        model.addAttribute("lists", read.lists());
        return "overview/page";
    }

    @GetMapping("/overview/report.pdf")
    ResponseEntity<byte[]> print(
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String stage) {
        var locale = Locale.ENGLISH;
        var read = desk.read(new OverviewDesk.Asked(network, country, stage), "overview-printed", locale);
        var content = pdf.of("overview/document", shown(read, locale), locale);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("overview.pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    /** The work behind a number, for those whose numbers count more than they may open. */
    @GetMapping("/overview/work")
    String lines(@RequestParam Map<String, String> said, Model model, Locale locale) {
        model.addAttribute("here", "overview");
        model.addAttribute("it", lines.read(said, locale));
        return "overview/lines";
    }

    private Map<String, Object> shown(OverviewDesk.Read read, Locale locale) {
        return Map.of(
                "scope",
                read.scope(),
                "it",
                read.figures(),
                "names",
                read.names(),
                "ages",
                charts.ages(read.figures(), locale),
                "charts",
                charts.of(read.figures(), locale));
    }
}
