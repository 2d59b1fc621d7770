package org.konsil.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.konsil.kernel.Days;
import org.konsil.worklist.PieceOfWork;

/** Open work at one moment, to be counted. */
record Pile(List<PieceOfWork> pieces, Instant now) {

    private static final int AHEAD = 14;
    private static final List<Integer> AGES = List.of(0, 3, 7, 14, 30, 60);

    /** What stands under one key. */
    record Counted(String key, Figures.Count count) {}

    Figures.Count count() {
        return new Figures.Count(pieces.size(), many(piece -> piece.isLate(now)));
    }

    long stopped() {
        return many(PieceOfWork::stopped);
    }

    /** What somebody has in hand. */
    Pile inHand() {
        return of(piece -> piece.assignee() != null);
    }

    /** Most first. */
    List<Counted> by(Function<PieceOfWork, String> key) {
        return pieces.stream().collect(Collectors.groupingBy(key)).entrySet().stream()
                .map(group -> new Counted(group.getKey(), new Pile(group.getValue(), now).count()))
                .sorted(Comparator.comparing((Counted one) -> -one.count().open())
                        .thenComparing(Counted::key))
                .toList();
    }

    Pile of(Predicate<PieceOfWork> which) {
        return new Pile(pieces.stream().filter(which).toList(), now);
    }

    List<Figures.Age> ages() {
        var ages = new ArrayList<Figures.Age>();
        for (var at = 0; at < AGES.size(); at++) {
            var from = AGES.get(at);
            var until = at + 1 == AGES.size() ? 0 : AGES.get(at + 1);
            ages.add(new Figures.Age(from, until, many(piece -> waits(piece, from, until))));
        }
        return ages;
    }

    private boolean waits(PieceOfWork piece, int from, int until) {
        var waited = Duration.between(piece.createdAt(), now);
        // what was put up in this very moment is young, too
        return (from == 0 || waited.compareTo(Duration.ofDays(from)) >= 0)
                && (until == 0 || waited.compareTo(Duration.ofDays(until)) < 0);
    }

    /** The next fourteen days: what comes due on each of them, and what is late by its end if nobody does it. */
    List<Figures.Due> days() {
        var today = Days.of(now);
        var byDay = pieces.stream()
                .filter(piece -> !piece.stopped() && piece.due() != null && !piece.isLate(now))
                .collect(Collectors.groupingBy(
                        piece -> Days.of(piece.due() == null ? now : piece.due()), Collectors.counting()));
        var days = new ArrayList<Figures.Due>();
        var sum = count().overdue();
        for (var ahead = 0; ahead < AHEAD; ahead++) {
            var day = today.plusDays(ahead);
            var due = byDay.getOrDefault(day, 0L);
            sum += due;
            days.add(new Figures.Due(day, due, sum));
        }
        return days;
    }

    private long many(Predicate<PieceOfWork> which) {
        return pieces.stream().filter(which).count();
    }
}
