package org.konsil.whole;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.konsil.rules.RuleCoverage;
import org.springframework.web.util.HtmlUtils;

/** One page for process owners: of each process and each rule table, how much the tests have walked and what is left. */
record ModelReport(List<Walked> processes, List<RuleCoverage.Row> rules) {

    private record Line(String model, String what, int all, Collection<String> left) {

        private String html() {
            var missed = left.stream().map(HtmlUtils::htmlEscape).collect(joining("<br>"));
            return "<tr%s><td>%s<td>%s<td>%d of %d<td>%s"
                    .formatted(
                            left.isEmpty() ? "" : " class=left",
                            HtmlUtils.htmlEscape(model),
                            what,
                            all - left.size(),
                            all,
                            missed);
        }
    }

    void write(Path file) throws IOException {
        var lines = Stream.concat(processes.stream().flatMap(ModelReport::lines), tables())
                .map(Line::html)
                .collect(joining("\n"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <!doctype html><html lang=en><meta charset=utf-8><title>Models walked by the tests</title>
                <style>body{font:1rem/1.4 sans-serif;margin:2rem}td,th{padding:.2rem 1rem;text-align:left;vertical-align:top}
                tr.left{background:#fdd}</style>
                <h1>Models walked by the tests</h1>
                <table><tr><th>Model<th>What<th>Walked<th>Left
                %s
                </table></html>
                """.formatted(lines));
    }

    private static Stream<Line> lines(Walked process) {
        return Stream.of(
                new Line(process.process(), "flow nodes", process.nodes(), process.nodesLeft()),
                new Line(process.process(), "sequence flows", process.flows(), process.flowsLeft()));
    }

    private Stream<Line> tables() {
        return rules.stream()
                .collect(groupingBy(RuleCoverage.Row::decisionId, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(table -> new Line(
                        table.getKey(),
                        "rows",
                        table.getValue().size(),
                        table.getValue().stream()
                                .filter(row -> row.matches() == 0)
                                .map(RuleCoverage.Row::toString)
                                .toList()));
    }
}
