package org.konsil.desk.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One import: what was sent, by whom, and how far it is. Kept in memory; the cases themselves are in the store. */
public final class Run {

    private final UUID id = UUID.randomUUID();
    private final String owner;
    private final int total;
    private final Instant startedAt;
    private final List<Fate> fates = new ArrayList<>();
    private volatile boolean stopped;

    Run(String owner, int total, Instant startedAt) {
        this.owner = owner;
        this.total = total;
        this.startedAt = startedAt;
    }

    synchronized void add(Fate fate) {
        fates.add(fate);
    }

    /** It will not go on: the service is stopping. */
    void stop() {
        stopped = true;
    }

    public UUID id() {
        return id;
    }

    public int total() {
        return total;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public synchronized int handled() {
        return fates.size();
    }

    public boolean isOver() {
        return stopped || handled() == total;
    }

    public synchronized long count(Fate.Kind kind) {
        return fates.stream().filter(fate -> fate.kind() == kind).count();
    }

    /** The fates of one kind from a place on, in the order of the files. */
    public synchronized List<Fate> fates(Fate.Kind kind, int from, int most) {
        return fates.stream()
                .filter(fate -> fate.kind() == kind)
                .skip(from)
                .limit(most)
                .toList();
    }

    boolean isOf(String userId) {
        return owner.equals(userId);
    }
}
