package org.konsil.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts how often each row of each decision table has matched; a row that never does is untested or out of use. */
public class RuleCoverage {

    /**
     * One row of a table.
     *
     * @param row its place in the table, from 1
     * @param matches how often it matched
     */
    public record Row(String file, String decisionId, int row, String ruleId, String description, long matches) {

        @Override
        public String toString() {
            return decisionId + " row " + row + " (" + ruleId + ")" + (description.isEmpty() ? "" : ": " + description);
        }
    }

    private record Place(String file, String decisionId, int row, DmnFile.Row content, LongAdder matches) {}

    private record Key(String decisionId, int row) {}

    private final Map<Key, Place> places = new LinkedHashMap<>();

    RuleCoverage(Collection<DmnFile> files) {
        Set.copyOf(files).stream()
                .flatMap(RuleCoverage::places)
                .sorted(Comparator.comparing(Place::decisionId).thenComparingInt(Place::row))
                .forEach(place -> places.put(new Key(place.decisionId(), place.row()), place));
    }

    void count(List<MatchedRule> matched) {
        for (var rule : matched) {
            var place = places.get(new Key(rule.decisionId(), rule.row()));
            if (place != null) {
                place.matches().increment();
            }
        }
    }

    /** All rows of all tables, by decision and row. */
    public List<Row> rows() {
        return places.values().stream().map(RuleCoverage::row).toList();
    }

    /** The rows of one decision's table that have not matched yet. */
    public List<Row> missed(String decisionId) {
        return rows().stream()
                .filter(row -> row.decisionId().equals(decisionId) && row.matches() == 0)
                .toList();
    }

    /** A table for people: each decision, how many of its rows matched, and those that did not. */
    public String report() {
        return rows().stream()
                .collect(Collectors.groupingBy(Row::decisionId, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(table -> line(table.getKey(), table.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String decisionId, List<Row> rows) {
        var missed = rows.stream().filter(row -> row.matches() == 0).toList();
        var head = decisionId + ": " + (rows.size() - missed.size()) + " of " + rows.size() + " rows matched";
        return missed.stream().map(row -> "\n  not matched: " + row).collect(Collectors.joining("", head, ""));
    }

    private static Stream<Place> places(DmnFile file) {
        return file.tables().entrySet().stream()
                .flatMap(table -> IntStream.range(0, table.getValue().size())
                        .mapToObj(i -> new Place(
                                file.name(),
                                table.getKey(),
                                i + 1,
                                table.getValue().get(i),
                                new LongAdder())));
    }

    private static Row row(Place place) {
        return new Row(
                place.file(),
                place.decisionId(),
                place.row(),
                place.content().ruleId(),
                place.content().description(),
                place.matches().sum());
    }
}
