package org.konsil.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.kernel.Days;
import org.konsil.kernel.Stage;
import org.konsil.worklist.CountedWork;
import org.konsil.worklist.CountedWork.Portion;

/** Open work at one moment, to be added up. */
record Pile(List<Portion> portions, Map<LocalDate, Long> due, Instant now) {

    private static final int AHEAD = 14;
    private static final List<Integer> AGES = List.of(0, 3, 7, 14, 30, 60);

    /** What stands under one key. */
    record Counted(String key, Figures.Count count) {}

    Pile(CountedWork counted, Instant now) {
        this(counted.portions(), counted.due(), now);
    }

    /** How work is counted for a pile. */
    static CountedWork.Asked asked(CountedWork.By by, boolean hands, Instant now) {
        return new CountedWork.Asked(now, by, AGES, AHEAD, hands);
    }

    Figures.Count count() {
        return new Figures.Count(many(it -> true), many(Portion::late));
    }

    long stopped() {
        return many(Portion::stopped);
    }

    /** By country or network, as it was asked for; most first. */
    List<Counted> byGroup() {
        return portions.stream().collect(Collectors.groupingBy(Portion::group)).entrySet().stream()
                .map(group -> new Counted(group.getKey(), new Pile(group.getValue(), due, now).count()))
                .sorted(Comparator.comparing((Counted one) -> -one.count().open())
                        .thenComparing(Counted::key))
                .toList();
    }

    /** Stages in which there is work, as they follow each other. */
    Stream<Stage> stages() {
        return portions.stream().map(Portion::stage).distinct().sorted();
    }

    Pile of(Stage stage) {
        return new Pile(portions.stream().filter(it -> it.stage() == stage).toList(), due, now);
    }

    List<Figures.Age> ages() {
        var ages = new ArrayList<Figures.Age>();
        for (var at = 0; at < AGES.size(); at++) {
            var age = at;
            var until = at + 1 == AGES.size() ? 0 : AGES.get(at + 1);
            ages.add(new Figures.Age(AGES.get(at), until, many(it -> it.age() == age)));
        }
        return ages;
    }

    /** The next fourteen days: what comes due on each of them, and what is late by its end if nobody does it. */
    List<Figures.Due> days() {
        var today = Days.of(now);
        var days = new ArrayList<Figures.Due>();
        var sum = count().overdue();
        for (var ahead = 0; ahead < AHEAD; ahead++) {
            var day = today.plusDays(ahead);
            long comes = due.getOrDefault(day, 0L);
            sum += comes;
            days.add(new Figures.Due(day, comes, sum));
        }
        return days;
    }

    private long many(Predicate<Portion> which) {
        return portions.stream().filter(which).mapToLong(Portion::many).sum();
    }
}
