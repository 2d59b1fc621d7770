package org.konsil.overview;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.print.Pdf;
import org.springframework.context.MessageSource;
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

    private final OverviewDesk desk;
    private final Pdf pdf;
    private final MessageSource words;

    OverviewPage(OverviewDesk desk, Pdf pdf, MessageSource words) {
        this.desk = desk;
        this.pdf = pdf;
        this.words = words;
    }

    @GetMapping("/overview")
    String show(
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(required = false) @Nullable String country,
            Model model,
            Locale locale) {
        var read = desk.read(network, country, "overview-read", locale);
        var figures = read.figures();
        model.addAttribute("here", "overview");
        model.addAttribute("scopes", read.scopes());
        model.addAttribute("scope", read.scope());
        model.addAttribute("it", figures);
        model.addAttribute("names", read.names());
        model.addAttribute("stageBars", rows(figures.stages(), locale));
        model.addAttribute("groupBars", rows(figures.groups(), locale));
        model.addAttribute(
                "ageBars",
                Bars.of(figures.ages().stream()
                        .map(age -> new Bars.Value(age(age, locale), Long.toString(age.open()), age.open(), 0))
                        .toList()));
        model.addAttribute(
                "ages", figures.ages().stream().map(age -> age(age, locale)).toList());
        model.addAttribute(
                "loadBars",
                Bars.of(figures.people().stream()
                        .map(load -> new Bars.Value(
                                load.name(),
                                number(load.open(), load.overdue(), locale),
                                load.open() - load.overdue(),
                                load.overdue()))
                        .toList()));
        var day = DateTimeFormatter.ofPattern("d MMM", locale);
        model.addAttribute(
                "dayBars",
                Bars.of(figures.days().stream()
                        .map(one -> new Bars.Value(
                                one.day().format(day), Long.toString(one.cumulated()), 0, one.cumulated()))
                        .toList()));
        return "overview/page";
    }

    @GetMapping("/overview/report.pdf")
    ResponseEntity<byte[]> print(
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(required = false) @Nullable String country) {
        var locale = Locale.ENGLISH;
        var read = desk.read(network, country, "overview-printed", locale);
        var content = pdf.of(
                "overview/document",
                Map.of(
                        "scope",
                        read.scope(),
                        "it",
                        read.figures(),
                        "names",
                        read.names(),
                        "ages",
                        read.figures().ages().stream()
                                .map(age -> age(age, locale))
                                .toList()),
                locale);
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

    private Bars rows(List<Figures.Row> rows, Locale locale) {
        return Bars.of(rows.stream()
                .map(row -> new Bars.Value(
                        row.name(), number(row.open(), row.overdue(), locale), row.onTime(), row.overdue()))
                .toList());
    }

    private String number(long open, long overdue, Locale locale) {
        return words.getMessage("overview.bar", new Object[] {open, overdue}, locale);
    }

    private String age(Figures.Age age, Locale locale) {
        return age.until() == 0
                ? words.getMessage("overview.age.last", new Object[] {age.from()}, locale)
                : words.getMessage("overview.age", new Object[] {age.from(), age.until()}, locale);
    }
}
