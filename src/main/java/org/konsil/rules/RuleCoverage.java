package org.konsil.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

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

    private final List<Place> places = new ArrayList<>();

    RuleCoverage(Collection<DmnFile> files) {
        for (var file : Set.copyOf(files)) {
            file.tables().forEach((decisionId, rows) -> {
                for (int i = 0; i < rows.size(); i++) {
                    places.add(new Place(file.name(), decisionId, i + 1, rows.get(i), new LongAdder()));
                }
            });
        }
        places.sort(Comparator.comparing(Place::decisionId).thenComparingInt(Place::row));
    }

    void count(List<MatchedRule> matched) {
        for (var rule : matched) {
            places.stream()
                    .filter(place ->
                            place.row() == rule.row() && place.decisionId().equals(rule.decisionId()))
                    .forEach(place -> place.matches().increment());
        }
    }

    /** All rows of all tables, by decision and row. */
    public List<Row> rows() {
        return places.stream().map(RuleCoverage::row).toList();
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
