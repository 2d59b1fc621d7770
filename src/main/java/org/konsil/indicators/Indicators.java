package org.konsil.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.konsil.audit.Timeline;
import org.konsil.casefile.CaseTraits;
import org.konsil.casefile.CaseTraits.Traits;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.springframework.stereotype.Service;

/** Counts the indicators of a year, for all, for each network and for each country. */
@Service
class Indicators {

    /** A slice of the cases. {@code by}: network, country or all. */
    record Slice(String by, String group) {

        static final Slice ALL = new Slice("all", "");

        boolean has(Traits traits) {
            return switch (by) {
                case "network" -> group.equals(traits.network());
                case "country" -> group.equals(traits.country());
                default -> true;
            };
        }
    }

    private final Timeline history;
    private final CaseTraits traits;
    private final Facts facts;

    Indicators(Timeline history, CaseTraits traits, Facts facts) {
        this.history = history;
        this.traits = traits;
        this.facts = facts;
    }

    /**
     * @param wanted which slices the reader may see
     * @param outside leaves out figures behind which too few cases stand, and the sum from which a single one of them could be told
     */
    List<Line> of(int year, List<Definition> definitions, Predicate<Slice> wanted, boolean outside) {
        var begin = LocalDate.of(year, 1, 1).atStartOfDay(Days.PLACE).toInstant();
        var end = LocalDate.of(year + 1, 1, 1).atStartOfDay(Days.PLACE).toInstant();
        var counts = definitions.stream().map(it -> new Counted(it, begin)).toList();
        history.tell(actions(definitions), end, moment -> counts.forEach(count -> count.hear(moment)));
        var all = traits.all();
        var slices = slices(all).stream().filter(wanted).toList();
        var lines = new ArrayList<Line>();
        for (int at = 0; at < definitions.size(); at++) {
            var definition = definitions.get(at);
            for (var slice : slices) {
                var figure = counts.get(at).of(all, slice::has, caseId -> facts.holds(caseId, definition.has()));
                lines.add(Line.of(definition, year, slice.by(), slice.group(), figure, outside));
            }
        }
        return outside ? withoutTellingSums(lines) : lines;
    }

    private static Set<String> actions(List<Definition> definitions) {
        var actions = new HashSet<String>();
        for (var definition : definitions) {
            actions.add(definition.of().action());
            actions.add(definition.from().action());
        }
        actions.remove("");
        return actions;
    }

    private static List<Slice> slices(Map<CaseId, Traits> all) {
        var networks = new TreeSet<String>();
        var countries = new TreeSet<String>();
        for (var one : all.values()) {
            countries.add(one.country());
            if (one.network() != null) {
                networks.add(Objects.requireNonNull(one.network()));
            }
        }
        var slices = new ArrayList<>(List.of(Slice.ALL));
        networks.forEach(network -> slices.add(new Slice("network", network)));
        countries.forEach(country -> slices.add(new Slice("country", country)));
        return slices;
    }

    /** Where one figure of a kind is left out, the sum of all would tell it: it is left out too. */
    private static List<Line> withoutTellingSums(List<Line> lines) {
        var hidden = new HashSet<String>();
        lines.stream().filter(Line::suppressed).forEach(line -> hidden.add(line.indicator()));
        return lines.stream()
                .filter(line -> !line.by().equals("all") || !hidden.contains(line.indicator()))
                .toList();
    }
}
