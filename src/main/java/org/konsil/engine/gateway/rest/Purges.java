package org.konsil.engine.gateway.rest;

import java.util.concurrent.atomic.AtomicLong;

/** Counts how often everything was forgotten: Camunda Process Test waits for the number that its own request got. */
final class Purges {

    private final Purging purging;
    private final AtomicLong completed = new AtomicLong();

    Purges(Purging purging) {
        this.purging = purging;
    }

    synchronized long purge() {
        purging.purge();
        return completed.incrementAndGet();
    }

    long completed() {
        return completed.get();
    }
}
