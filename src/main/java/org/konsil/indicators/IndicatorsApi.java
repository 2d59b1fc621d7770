package org.konsil.indicators;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The yearly indicators, for programs and spreadsheets. */
@Needs(Right.READ_INDICATORS)
@RestController
@Tag(
        name = "Indicators",
        description = "The yearly indicators of the networks, counted from the history by versioned definitions.")
class IndicatorsApi {

    /** The figures that the reader may see. */
    record Figures(int year, boolean published, List<Line> items) {}

    private static final String[] HEADER = {
        "indicator", "version", "name", "year", "by", "group", "value", "unit", "cases", "suppressed", "definition"
    };

    private final IndicatorDesk desk;
    private final Access access;

    IndicatorsApi(IndicatorDesk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GetMapping("/api/v1/indicators")
    @Operation(
            summary = "The indicators of a year",
            description = "Auditors see all, coordinators their network's, contact points their country's.")
    Figures figures(
            @Parameter(description = "2026, for example") @RequestParam int year,
            @Parameter(description = "for the outside: figures from fewer than five cases are left out")
                    @RequestParam(defaultValue = "false")
                    boolean published,
            @Parameter(
                            description =
                                    "versions of definitions, time-to-outcome:1; else those that are valid for the year")
                    @RequestParam(defaultValue = "")
                    List<String> definition) {
        return new Figures(year, published, desk.lines(access.current(), year, published, definition));
    }

    @GetMapping("/api/v1/indicators.csv")
    @Operation(summary = "The same as a table (RFC 4180)", description = "One line for each figure.")
    ResponseEntity<String> table(
            @RequestParam int year,
            @RequestParam(defaultValue = "false") boolean published,
            @RequestParam(defaultValue = "") List<String> definition) {
        var name = "indicators-" + year + ".csv";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(written(desk.lines(access.current(), year, published, definition)));
    }

    private static String written(List<Line> lines) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            for (var line : lines) {
                printer.printRecord(
                        line.indicator(),
                        line.version(),
                        line.name(),
                        line.year(),
                        line.by(),
                        line.group(),
                        line.value(),
                        line.unit(),
                        line.cases(),
                        line.suppressed(),
                        line.definition());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
