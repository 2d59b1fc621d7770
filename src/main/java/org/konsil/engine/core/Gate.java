package org.konsil.engine.core;

import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where clients' commands come in: lets them through, holds them back for a moment, or turns them away for good. */
final class Gate {

    /** Who waits longer than this before a gate that is held is told to try again. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_WAITING = 10_000;

    private record Place(Command command, Supplier<CompletableFuture<Answer>> way, CompletableFuture<Answer> answer) {}

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CompletableFuture<Void> quiet = new CompletableFuture<>();
    private final Queue<Place> waiting = new ArrayDeque<>();
    private boolean held;
    private volatile @Nullable String shut;

    /** Goes the way now, later, or never; the way itself must not wait. */
    CompletableFuture<Answer> pass(Command command, Supplier<CompletableFuture<Answer>> way) {
        if (command.intent() == JobIntent.YIELD) return way.get(); // what a worker cannot take goes back, come what may
        return locked(lock.readLock(), () -> shut == null && !held ? go(command, way) : null)
                .or(() -> locked(lock.writeLock(), () -> waitFor(command, way)))
                .orElseThrow();
    }

    private CompletableFuture<Answer> go(Command command, Supplier<CompletableFuture<Answer>> way) {
        var answer = way.get();
        if (command.intent() == ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT)
            return answer; // comes when the whole process has ended, perhaps never
        underWay.incrementAndGet();
        var unused = answer.whenComplete((value, error) -> {
            if (underWay.decrementAndGet() == 0 && shut != null) quiet.complete(null);
        });
        return answer;
    }

    private CompletableFuture<Answer> waitFor(Command command, Supplier<CompletableFuture<Answer>> way) {
        var reason = shut;
        if (reason != null) return CompletableFuture.failedFuture(new EngineStopped(reason));
        if (!held) return go(command, way);
        if (waiting.size() >= MOST_WAITING) return CompletableFuture.failedFuture(busy());
        var place = new Place(command, way, new CompletableFuture<>());
        waiting.add(place);
        CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> giveUp(place));
        return place.answer();
    }

    private void giveUp(Place place) {
        locked(lock.writeLock(), () -> waiting.remove(place) ? place : null)
                .ifPresent(late -> late.answer().completeExceptionally(busy()));
    }

    private static EngineBusy busy() {
        return new EngineBusy("The engine is just being copied; try again in a moment");
    }

    /** From now on nothing passes until {@link #open}; what has passed before has been handed to the log. */
    void hold() {
        locked(lock.writeLock(), () -> {
            if (held) throw new IllegalStateException("The engine's commands are held back already");
            held = true;
            return held;
        });
    }

    /** Lets through again, those who waited first and in their order. */
    void open() {
        locked(lock.writeLock(), () -> {
            held = false;
            for (var one = waiting.poll(); one != null; one = waiting.poll()) goLate(one);
            return held;
        });
    }

    private void goLate(Place one) {
        if (one.answer().isDone()) return; // who asked is gone
        var unused = go(one.command(), one.way()).whenComplete((value, error) -> {
            if (error == null) one.answer().complete(value);
            else one.answer().completeExceptionally(error);
        });
    }

    /** Turns everybody away from now on, with this sentence. */
    void shut(String sentence) {
        locked(lock.writeLock(), () -> {
            shut = sentence;
            for (var one = waiting.poll(); one != null; one = waiting.poll())
                one.answer().completeExceptionally(new EngineStopped(sentence));
            if (underWay.get() == 0) quiet.complete(null);
            return shut;
        });
    }

    /** Done when the gate is shut and all commands that had passed have their answers. */
    CompletableFuture<Void> quiet() {
        return quiet;
    }

    @Nullable
    String shutBecause() {
        return shut;
    }

    private static <T> Optional<T> locked(Lock lock, Supplier<? extends @Nullable T> work) {
        lock.lock();
        try {
            return Optional.ofNullable(work.get());
        } finally {
            lock.unlock();
        }
    }
}
