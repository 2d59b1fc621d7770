package org.konsil.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the program stands with the engine: whether it answers, and whether it has our processes yet. */
@Component
public class EngineLink {

    /** Where the connection stands. */
    public enum State {
        /** The engine has not answered yet, or no longer does. */
        AWAY,
        /** It answers and has our processes. */
        READY
    }

    /** @param why why it is away, in a few words without content; null while it is there */
    public record Status(
            State state, Instant since, @Nullable String why) {}

    private final Clock clock;
    private final AtomicReference<Status> status;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean deployed;

    EngineLink(Clock clock) {
        this.clock = clock;
        this.status = new AtomicReference<>(new Status(State.AWAY, clock.instant(), "not asked yet"));
    }

    public Status status() {
        return status.get();
    }

    public boolean isReady() {
        return status.get().state() == State.READY;
    }

    /** The processes were handed over, so that a message finds its start event; the engine may be away since. */
    boolean isDeployed() {
        return deployed;
    }

    void deployed() {
        deployed = true;
        answered();
    }

    void answered() {
        if (deployed && !isReady()) {
            status.set(new Status(State.READY, clock.instant(), null));
            listeners.forEach(Runnable::run);
        }
    }

    void away(String words) {
        if (isReady() || !words.equals(status.get().why())) {
            status.set(new Status(State.AWAY, clock.instant(), words));
        }
    }

    void whenReady(Runnable listener) {
        listeners.add(listener);
    }
}
