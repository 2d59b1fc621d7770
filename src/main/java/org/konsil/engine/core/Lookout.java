package org.konsil.engine.core;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.konsil.engine.state.FreeSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at short intervals whether the disk has room, the database keeps up and the processor moves. */
final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Supplier<Optional<Partition>> partition;
    private final FreeSpace space;
    private final Bounds bounds;
    private final Rounds rounds = new Rounds("engine-watch");
    private volatile LongSupplier followed = () -> Long.MAX_VALUE;

    Lookout(CoreSettings settings, Supplier<Optional<Partition>> partition) {
        this.partition = partition;
        space = new FreeSpace(settings.folder(), settings.leastFree());
        bounds = new Bounds(settings);
    }

    void followed(LongSupplier position) {
        followed = position;
    }

    void requireRoom() {
        space.require();
    }

    void begin() {
        rounds.every(LOOK_EVERY, () -> partition.get().ifPresent(this::look));
    }

    void end() {
        rounds.stop();
    }

    /** Why the command cannot be taken now, if so. */
    Optional<EngineBusy> objection(Command command) {
        return bounds.objection(command);
    }

    /** What to look after, if anything is refused or soon will be. */
    Optional<String> complaint() {
        return bounds.complaint().or(space::shortage);
    }

    private void look(Partition current) {
        current.heartbeat.look(current.committedPosition());
        try {
            bounds.look(space.bytes(), current.log.bytesAfter(followed.getAsLong()));
        } catch (IOException e) {
            LOG.warn("The engine cannot see how much room its disk has left", e);
        }
    }
}
