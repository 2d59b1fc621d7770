package org.konsil.telling;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** One open page. What it is told is sent by a thread of its own, so that nobody waits for a slow reader; what comes meanwhile is told together. */
final class LiveConnection {

    /** The reader's end. */
    interface Wire {

        /** @param topics none: a sign of life */
        void send(Set<Topic> topics) throws IOException;

        /** @param enough the page need not come back by itself */
        void end(boolean enough);
    }

    private final String person;
    private final Optional<String> session;
    private final @Nullable CaseId caseId;
    private final Optional<Desk> desk;
    private final Set<Topic> topics;
    private final Wire wire;
    private final EnumSet<Topic> waiting = EnumSet.noneOf(Topic.class);
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile Instant sent;
    private volatile boolean over;

    /** @param desk what the page lets people write. @param topics what the page has parts for */
    LiveConnection(
            String person,
            Optional<String> session,
            @Nullable CaseId caseId,
            Optional<Desk> desk,
            Set<Topic> topics,
            Wire wire,
            Instant now) {
        this.person = person;
        this.session = session;
        this.caseId = caseId;
        this.desk = desk;
        this.topics = Set.copyOf(topics);
        this.wire = wire;
        this.sent = now;
    }

    String person() {
        return person;
    }

    Optional<String> session() {
        return session;
    }

    @Nullable
    CaseId caseId() {
        return caseId;
    }

    Optional<Desk> desk() {
        return desk;
    }

    boolean shows(Topic topic) {
        return topics.contains(topic);
    }

    /** When something was sent last. */
    Instant sent() {
        return sent;
    }

    boolean isOver() {
        return over;
    }

    void tell(Set<Topic> topics, Instant now) {
        synchronized (waiting) {
            waiting.addAll(topics);
        }
        sent = now;
        if (sending.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::drain);
        }
    }

    void end(boolean enough) {
        if (!over) {
            over = true;
            wire.end(enough);
        }
    }

    /** The reader has gone. */
    void gone() {
        over = true;
    }

    private void drain() {
        try {
            do {
                wire.send(take());
            } while (!over && isWaiting());
        } catch (IOException | IllegalStateException e) {
            over = true;
        } finally {
            sending.set(false);
        }
        // what came between the last look and the line above is nobody else's to send
        if (!over && isWaiting() && sending.compareAndSet(false, true)) {
            drain();
        }
    }

    private Set<Topic> take() {
        synchronized (waiting) {
            var topics = EnumSet.copyOf(waiting);
            waiting.clear();
            return topics;
        }
    }

    private boolean isWaiting() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }
}
