package org.konsil.indicators;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Timeline.Moment;
import org.konsil.casefile.CaseTraits.Traits;
import org.konsil.kernel.CaseId;

/** Counts one definition over the history of a year, entry by entry as they happened. */
final class Counted {

    /** A case in which it happened in that year. {@code number}: days, or the items that are part; {@code of}: all items. */
    private record Happened(CaseId caseId, double number, double of) {}

    private static final double HOURS_OF_A_DAY = 24;
    private static final double PER_CENT = 100;

    private final Definition definition;
    private final Instant begin;
    private final Map<CaseId, Instant> begun = new HashMap<>();
    private final Map<CaseId, Happened> happened = new HashMap<>();
    private final java.util.Set<CaseId> before = new java.util.HashSet<>();

    /** @param begin of the year */
    Counted(Definition definition, Instant begin) {
        this.definition = definition;
        this.begin = begin;
    }

    void hear(Moment moment) {
        if (definition.from().fits(moment)) {
            begun.put(moment.caseId(), moment.at());
        }
        if (!definition.of().fits(moment)) {
            return;
        }
        if (moment.at().isBefore(begin)) {
            before.add(moment.caseId());
        } else if (!isRepeated(moment.caseId())) {
            happened(moment);
        }
    }

    /** How long it took first is what counts; of an advice given anew, each year's own. */
    private boolean isRepeated(CaseId caseId) {
        return happened.containsKey(caseId) || definition.measure() == Measure.COUNT && before.contains(caseId);
    }

    private void happened(Moment moment) {
        var caseId = moment.caseId();
        switch (definition.measure()) {
            case MEDIAN_DAYS -> {
                var from = begun.get(caseId);
                if (from != null && !before.contains(caseId)) {
                    var hours = Duration.between(from, moment.at()).toSeconds() / 3600.0;
                    happened.put(caseId, new Happened(caseId, hours / HOURS_OF_A_DAY, 1));
                }
            }
            case SHARE_OF_ITEMS ->
                happened.put(
                        caseId, new Happened(caseId, sum(moment, definition.part()), sum(moment, definition.whole())));
            case COUNT, DISTINCT, SHARE -> happened.put(caseId, new Happened(caseId, 1, 1));
        }
    }

    private static double sum(Moment moment, List<String> names) {
        return names.stream()
                .mapToDouble(name -> Double.parseDouble(moment.details().getOrDefault(name, "0")))
                .sum();
    }

    /** @param group which cases; @param has asks a fact of a case for a share */
    Figure of(Map<CaseId, Traits> traits, Predicate<Traits> group, Predicate<CaseId> has) {
        var mine = new ArrayList<Happened>();
        for (var one : happened.values()) {
            var trait = traits.get(one.caseId());
            if (trait != null
                    && group.test(trait)
                    && (definition.urgency().isEmpty() || definition.urgency().equals(trait.urgency()))) {
                mine.add(one);
            }
        }
        return new Figure(value(mine, traits, has), mine.size());
    }

    private @Nullable Double value(List<Happened> mine, Map<CaseId, Traits> traits, Predicate<CaseId> has) {
        return switch (definition.measure()) {
            case COUNT -> (double) mine.size();
            case DISTINCT ->
                (double) mine.stream()
                        .map(one -> traits.get(one.caseId()))
                        .map(trait -> trait == null
                                ? ""
                                : definition.distinct().equals("provider") ? trait.provider() : trait.country())
                        .distinct()
                        .count();
            case SHARE ->
                share(mine.stream().filter(one -> has.test(one.caseId())).count(), mine.size());
            case SHARE_OF_ITEMS ->
                share(
                        mine.stream().mapToDouble(Happened::number).sum(),
                        mine.stream().mapToDouble(Happened::of).sum());
            case MEDIAN_DAYS ->
                median(mine.stream().map(Happened::number).sorted().toList());
        };
    }

    private static @Nullable Double share(double part, double whole) {
        return whole == 0 ? null : rounded(part / whole * PER_CENT);
    }

    private static @Nullable Double median(List<Double> sorted) {
        var size = sorted.size();
        if (size == 0) {
            return null;
        }
        return rounded((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
