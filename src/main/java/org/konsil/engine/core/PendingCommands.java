package org.konsil.engine.core;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who waits for which answer. Ids start at a random number, so that answers to commands of an earlier run reach nobody. */
final class PendingCommands {

    private final AtomicLong ids = new AtomicLong(new SecureRandom().nextLong() >>> 2);
    private final Map<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    record Ticket(long id, CompletableFuture<Answer> answer) {}

    Ticket open() {
        var ticket = new Ticket(ids.incrementAndGet(), new CompletableFuture<>());
        waiting.put(ticket.id(), ticket.answer());
        var unused = ticket.answer().whenComplete((answer, error) -> waiting.remove(ticket.id()));
        return ticket;
    }

    /** @return false if nobody of this run has asked */
    boolean answered(long id, Answer answer) {
        var future = waiting.get(id);
        if (future != null) future.complete(answer);
        return future != null;
    }

    void failed(long id, Throwable reason) {
        var future = waiting.get(id);
        if (future != null) future.completeExceptionally(reason);
    }

    void failAll(String sentence) {
        for (var future : waiting.values()) future.completeExceptionally(new EngineStopped(sentence));
    }

    int size() {
        return waiting.size();
    }
}
