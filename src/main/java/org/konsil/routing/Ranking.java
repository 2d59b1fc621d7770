package org.konsil.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.konsil.kernel.NetworkId;
import org.konsil.rules.Decision;

/** Networks in the order in which they fit, by the rows of the table {@code network-ranking}: their weights add up. */
public record Ranking(List<Suggestion> suggestions) {

    private static final Reason FORWARDED = new Reason("forwarded", 10, null);

    public Ranking {
        suggestions = List.copyOf(suggestions);
    }

    static Ranking from(Decision decision, Set<NetworkId> asked) {
        var reasons = decision.list().stream()
                .map(Map.class::cast)
                .collect(groupingBy(
                        row -> NetworkId.of(String.valueOf(row.get("network"))), mapping(Ranking::reason, toList())));
        return new Ranking(reasons.entrySet().stream()
                .map(it -> new Suggestion(it.getKey(), strongestFirst(it.getValue()), asked.contains(it.getKey())))
                .sorted(comparing(Suggestion::asked)
                        .thenComparing(comparingDouble(Suggestion::weight).reversed())
                        .thenComparing(it -> it.network().value()))
                .toList());
    }

    /** With this network first, because the one that had the case says so. */
    Ranking forwardedTo(NetworkId network) {
        var known =
                suggestions.stream().filter(it -> it.network().equals(network)).flatMap(it -> it.reasons().stream());
        var reasons = Stream.concat(Stream.of(FORWARDED), known).toList();
        var others = suggestions.stream().filter(it -> !it.network().equals(network));
        return new Ranking(Stream.concat(Stream.of(new Suggestion(network, reasons, false)), others)
                .toList());
    }

    public List<NetworkId> networks() {
        return suggestions.stream().map(Suggestion::network).toList();
    }

    public NetworkId first() {
        return suggestions.getFirst().network();
    }

    private static Reason reason(Map<?, ?> row) {
        var because = row.get("because");
        return new Reason(
                String.valueOf(row.get("reason")),
                Double.parseDouble(String.valueOf(row.get("weight"))),
                because == null ? null : because.toString());
    }

    private static List<Reason> strongestFirst(List<Reason> reasons) {
        return reasons.stream()
                .sorted(comparingDouble(Reason::weight).reversed())
                .toList();
    }
}
