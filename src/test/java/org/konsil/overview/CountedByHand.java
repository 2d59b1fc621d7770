package org.konsil.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Days;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open work of BOND, counted piece by piece: what the store's own counting has to come to. */
record CountedByHand(List<Piece> pieces, Instant now) {

    record Piece(
            String stage, String country, @Nullable String assignee, Instant created, Instant due, boolean stopped) {

        boolean isLate(Instant now) {
            return !stopped && !due.isAfter(now);
        }
    }

    /** @param known only of cases into which the network was let */
    static CountedByHand of(JdbcClient jdbc, boolean known, Instant now) {
        return new CountedByHand(
                jdbc.sql("SELECT * FROM work_item i WHERE network = 'bond' AND state = 'OPEN'"
                                + (known
                                        ? " AND EXISTS (SELECT 1 FROM case_grant g WHERE g.case_id = i.case_id AND g.holder = 'coordinator:bond')"
                                        : ""))
                        .query((row, number) -> new Piece(
                                row.getString("stage"),
                                row.getString("country"),
                                row.getString("assignee"),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("due_order", OffsetDateTime.class).toInstant(),
                                row.getBoolean("stopped")))
                        .list(),
                now);
    }

    Figures.Count total() {
        return new Figures.Count(pieces.size(), many(piece -> piece.isLate(now)));
    }

    long stopped() {
        return many(Piece::stopped);
    }

    /** Key, open, late. */
    List<String> countries() {
        return pieces.stream().collect(Collectors.groupingBy(Piece::country)).entrySet().stream()
                .map(it -> line(it.getKey(), new CountedByHand(it.getValue(), now)))
                .sorted()
                .toList();
    }

    List<String> stages() {
        return pieces.stream().collect(Collectors.groupingBy(Piece::stage)).entrySet().stream()
                .map(it -> line(it.getKey(), new CountedByHand(it.getValue(), now)))
                .sorted()
                .toList();
    }

    /** Of those in hand. */
    Map<String, Long> hands() {
        return pieces.stream()
                .filter(piece -> piece.assignee() != null)
                .collect(Collectors.groupingBy(piece -> String.valueOf(piece.assignee()), Collectors.counting()));
    }

    List<Long> ages() {
        var from = List.of(0, 3, 7, 14, 30, 60);
        return IntStream.range(0, from.size())
                .mapToObj(at -> many(piece -> {
                    var waited = Duration.between(piece.created(), now);
                    return waited.compareTo(Duration.ofDays(from.get(at))) >= 0
                            && (at + 1 == from.size() || waited.compareTo(Duration.ofDays(from.get(at + 1))) < 0);
                }))
                .toList();
    }

    List<Long> due() {
        return Stream.iterate(Days.of(now), (LocalDate day) -> day.plusDays(1))
                .limit(14)
                .map(day -> many(piece -> !piece.stopped()
                        && !piece.isLate(now)
                        && Days.of(piece.due()).equals(day)))
                .toList();
    }

    private static String line(String key, CountedByHand of) {
        return key.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + " " + of.total();
    }

    private long many(Predicate<Piece> which) {
        return pieces.stream().filter(which).count();
    }
}
