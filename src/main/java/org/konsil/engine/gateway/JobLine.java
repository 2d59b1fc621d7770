package org.konsil.engine.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.core.EngineBusy;
import org.konsil.engine.core.JobArrivals;

/**
 * The pollers of one job type, first come, first served. Only the first asks the engine, and only when jobs may have come; a probe now and then
 * makes up for a wake-up that was missed.
 */
final class JobLine {

    private static final long PROBE_SECONDS = 10;
    private static final long BUSY_MILLIS = 100;

    record Place(ActivationAttempt attempt, Consumer<Throwable> failed) {}

    private final String jobType;
    private final JobArrivals arrivals;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private JobArrivals.@Nullable Watch watch;
    private boolean asking;
    private boolean mayHaveJobs = true;
    private long probes;

    JobLine(String jobType, JobArrivals arrivals) {
        this.jobType = jobType;
        this.arrivals = arrivals;
    }

    Place join(ActivationAttempt attempt, Consumer<Throwable> failed) {
        var place = new Place(attempt, failed);
        synchronized (this) {
            waiting.add(place);
            if (watch == null) {
                watch = arrivals.watch(jobType, this::wake);
                mayHaveJobs = true; // nobody listened until now
                probeLater(++probes);
            }
        }
        ask();
        return place;
    }

    synchronized void leave(Place place) {
        waiting.remove(place);
        if (waiting.isEmpty() && watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void wake() {
        synchronized (this) {
            mayHaveJobs = true;
        }
        ask();
    }

    private void ask() {
        Place first;
        synchronized (this) {
            first = waiting.peek();
            if (asking || !mayHaveJobs || first == null) return;
            asking = true;
            mayHaveJobs = false;
        }
        var place = first;
        var unused = place.attempt().run().whenComplete((got, error) -> answered(place, got, error));
    }

    private void answered(Place place, @Nullable Boolean got, @Nullable Throwable error) {
        boolean busy = error != null && cause(error) instanceof EngineBusy;
        synchronized (this) {
            asking = false;
            if (error != null && !busy) leave(place);
            mayHaveJobs |= error != null || Boolean.TRUE.equals(got); // where one was, there may be more
        }
        if (error != null && !busy) place.failed().accept(cause(error));
        if (busy)
            CompletableFuture.delayedExecutor(BUSY_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(this::ask);
        else ask();
    }

    private void probeLater(long number) {
        CompletableFuture.delayedExecutor(PROBE_SECONDS, TimeUnit.SECONDS).execute(() -> {
            synchronized (this) {
                if (watch == null || number != probes) return;
            }
            wake();
            probeLater(number);
        });
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
