package org.konsil.engine.core;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.backup.Backup;

/** The way of a command to the log, and who is turned away from it: for what is asked, for want of room, or because the engine stops. */
final class Entrance implements Commands {

    private final Gate gate = new Gate();
    private final Supplier<Partition> partition;
    private final Lookout lookout;
    private volatile @Nullable String broken;

    Entrance(Supplier<Partition> partition, Lookout lookout) {
        this.partition = partition;
        this.lookout = lookout;
    }

    @Override
    public CompletableFuture<Answer> send(Command command) {
        Optional<? extends RuntimeException> objection = ModelCheck.objection(command);
        if (objection.isEmpty()) objection = lookout.objection(command);
        if (objection.isPresent()) {
            return CompletableFuture.failedFuture(objection.get());
        }
        var reason = broken;
        if (reason != null) return CompletableFuture.failedFuture(new EngineStopped(reason));
        return gate.pass(command, () -> toLog(command));
    }

    private CompletableFuture<Answer> toLog(Command command) {
        try {
            var current = partition.get();
            var answer = current.writer.send(command);
            var reason = broken;
            if (reason != null) current.pending.failAll(reason); // it broke meanwhile
            return answer;
        } catch (EngineStopped e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Nothing can be written any more, for this reason. */
    void breakDown(String sentence) {
        broken = sentence;
    }

    boolean isBroken() {
        return broken != null;
    }

    /** Why nothing passes, if so. */
    Optional<String> complaint() {
        return Optional.ofNullable(broken).or(() -> Optional.ofNullable(gate.shutBecause()));
    }

    /** Holds everybody back while the moment lasts; answers how long that was. */
    Duration during(Backup.Moment moment) throws IOException, SQLException {
        gate.hold();
        long begun = System.nanoTime();
        try {
            moment.happen();
        } finally {
            gate.open();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Lets nobody in any more; done when those who had passed have their answers. */
    CompletableFuture<Void> drain() {
        gate.shut("The engine is stopping; try again when it is up again");
        return gate.quiet();
    }
}
