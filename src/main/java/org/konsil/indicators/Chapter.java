package org.konsil.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One indicator on the page, with its figures for all, the networks and the countries.
 *
 * @param about any of its lines: all name the same definition
 */
record Chapter(Line about, List<Row> rows) {

    /** @param of the network or country by name; empty for all */
    record Row(String of, Line line) {}

    /** In the order of the lines. */
    static List<Chapter> of(List<Line> lines, Function<Line, String> name) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.indicator() + ":" + line.version(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> new Chapter(
                        same.getFirst(),
                        same.stream()
                                .map(line -> new Row(name.apply(line), line))
                                .toList()))
                .toList();
    }
}
