package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Many cases worked side by side by a few clients, who move the clock on together. */
public record Caseload(Door door, int clients) {

    /** Begins a case for each of these, and works all of them to their ends. @return the drivers, in the same order */
    <T> List<CaseDriver> work(List<T> cases, Function<T, CaseDriver> begin) {
        var drivers = each(cases, begin);
        while (true) {
            each(drivers, CaseDriver::workUntilQuiet);
            var next = drivers.stream()
                    .map(CaseDriver::theCase)
                    .filter(now -> !CaseDriver.isOver(now))
                    .map(Caseload::nextDate)
                    .max(Instant::compareTo);
            if (next.isEmpty()) {
                return drivers;
            }
            door.advanceTo(next.get());
        }
    }

    /** Does this for all, at most so many at once as there are clients; tells of each that failed. */
    public <T, R> List<R> each(List<T> all, Function<T, R> deed) {
        try (var clerks = Executors.newFixedThreadPool(clients)) {
            var deeds =
                    all.stream().map(one -> (Callable<R>) () -> deed.apply(one)).toList();
            var done = clerks.invokeAll(deeds);
            requireNoneFailed(done);
            return done.stream().map(Future::resultNow).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static <R> void requireNoneFailed(List<Future<R>> deeds) {
        var failures = deeds.stream()
                .filter(it -> it.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .toList();
        if (!failures.isEmpty()) {
            var first = new AssertionError(failures.size() + " of " + deeds.size() + " failed", failures.getFirst());
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private static Instant nextDate(JsonNode now) {
        return Instant.parse(now.path("nextFollowUp").asText());
    }
}
