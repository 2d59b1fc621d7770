package org.konsil.engine.core;

import io.camunda.zeebe.scheduler.ActorScheduler;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.backup.Backup;
import org.konsil.engine.clock.EngineClock;
import org.konsil.engine.clock.OffsetClock;
import org.konsil.engine.log.FailStop;
import org.konsil.engine.state.EngineFolderRefused;
import org.konsil.engine.state.FolderLock;
import org.konsil.engine.state.Purge;
import org.konsil.engine.state.StateHash;
import org.konsil.engine.state.VersionMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A single-node, durable Camunda 8 engine in a folder of its own. */
public final class DurableEngine implements Engine, Commands {

    private static final Logger LOG = LoggerFactory.getLogger(DurableEngine.class);

    private final CoreSettings settings;
    private final Surroundings surroundings;
    private final FolderLock lock;
    private final OffsetClock clock = new OffsetClock();
    private final JobStreams jobs = new JobStreams();
    private final CommittedRecords records = new CommittedRecords(this::partition);
    private final SnapshotSchedule snapshots = new SnapshotSchedule();
    private final Lookout lookout;
    private final Entrance entrance;
    private final ActorScheduler scheduler = ActorScheduler.newActorScheduler()
            .setCpuBoundActorThreadCount(2)
            .setIoBoundActorThreadCount(1)
            .build();
    private volatile @Nullable Partition partition;

    private DurableEngine(CoreSettings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.lookout = new Lookout(settings, () -> Optional.ofNullable(partition));
        this.entrance = new Entrance(this::partition, lookout);
        this.lock = FolderLock.take(settings.folder());
        scheduler.start();
    }

    /** Opens the folder, replays what the last snapshot does not know, and is ready; an I/O error later ends this process. */
    public static DurableEngine open(CoreSettings settings) {
        return open(settings, new Halt());
    }

    /** The same with meters that tell what it does. */
    public static DurableEngine open(CoreSettings settings, MeterRegistry meters) {
        return open(settings, Surroundings.with(new Halt()).metered(meters));
    }

    /** The same with another answer to I/O errors. */
    public static DurableEngine open(CoreSettings settings, FailStop failStop) {
        return open(settings, Surroundings.with(failStop));
    }

    static DurableEngine open(CoreSettings settings, Surroundings surroundings) {
        var engine = new DurableEngine(settings, surroundings);
        try {
            engine.partition = engine.newPartition();
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        engine.snapshots.every(settings.snapshotEvery(), engine::snapshotQuietly);
        engine.lookout.begin();
        return engine;
    }

    private Partition newPartition() {
        try {
            lookout.requireRoom();
            VersionMark.put(settings.folder());
            new Purge(settings.folder()).finish();
            Backup.forgetUnfinished(settings.folder());
            var created = new Partition(settings, scheduler, clock, jobs, surroundings.failing(this::fail));
            created.log.addCommitListener(records::committed);
            return created;
        } catch (IOException e) {
            throw new EngineFolderRefused(
                    "The engine cannot open its folder %s (%s). Give this user the right to write there and make room."
                            .formatted(settings.folder().toAbsolutePath(), e),
                    e);
        }
    }

    private void fail(String sentence, Throwable cause) {
        entrance.breakDown(sentence);
        surroundings.failStop().stop(sentence, cause);
        var current = partition;
        if (current != null) current.pending.failAll(sentence);
    }

    private Partition partition() {
        var current = partition;
        if (current == null) throw new EngineStopped("The engine is stopping or being emptied; try again in a moment");
        return current;
    }

    @Override
    public CompletableFuture<Answer> send(Command command) {
        return entrance.send(command);
    }

    @Override
    public Commands commands() {
        return entrance;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public JobArrivals jobs() {
        return jobs;
    }

    @Override
    public JobPushes pushes() {
        return jobs;
    }

    @Override
    public EngineClock clock() {
        return clock;
    }

    @Override
    public long lastCommittedPosition() {
        return partition().committedPosition();
    }

    @Override
    public void exported(LongSupplier position) {
        snapshots.exported(position);
    }

    @Override
    public void followed(LongSupplier position) {
        lookout.followed(position);
    }

    /** What the state holds when all of the log is processed; the processor pauses for this, and while the caller looks around. */
    StateHash stateHash(Runnable meanwhile) {
        return partition().hash(meanwhile);
    }

    @Override
    public Health health() {
        var complaint = entrance.complaint();
        if (complaint.isPresent()) return Health.down(complaint.get());
        var current = partition;
        if (current == null) return Health.down("The engine is stopping or being emptied.");
        return lookout.complaint().map(Health::down).orElseGet(current::health);
    }

    /** What this engine counts, for meters. */
    public Figures figures() {
        var current = partition;
        return current == null ? Figures.NONE : current.figures();
    }

    /** Saves the state now, so that the next start need not replay. */
    public synchronized void snapshot() throws IOException {
        snapshots.take(partition());
    }

    private synchronized void snapshotQuietly() {
        try {
            if (partition != null) snapshot();
        } catch (IOException | RuntimeException e) {
            LOG.warn("No snapshot could be taken; the log is kept until one can", e);
        }
    }

    @Override
    public synchronized void purge() {
        stop();
        try {
            new Purge(settings.folder()).run();
        } catch (IOException e) {
            throw new EngineFolderRefused("The engine's folder could not be emptied: " + e, e);
        }
        clock.reset();
        snapshots.forget();
        partition = newPartition();
    }

    /**
     * Holds clients' commands back while the moment lasts, and drops nothing of the log and the saved states; they wait, and after some
     * seconds fail with {@link EngineBusy}. Answers how long that was.
     */
    public synchronized Duration during(Backup.Moment moment) throws IOException, SQLException {
        partition();
        return entrance.during(moment);
    }

    /** Takes no more commands; what is returned is done when those that were taken have their answers. */
    public CompletableFuture<Void> drain() {
        return entrance.drain();
    }

    /** Waits until nothing that was appended is left to be processed, but not longer than this. */
    public void settle(Duration atMost) {
        var current = partition;
        if (current != null && !entrance.isBroken()) current.settle(atMost);
    }

    private void stop() {
        var current = partition;
        partition = null;
        if (current != null) current.close();
    }

    @Override
    public synchronized void close() {
        snapshots.stop();
        lookout.end();
        var current = partition;
        if (current != null
                && !entrance.isBroken()
                && current.heartbeat.complaint().isEmpty()) snapshotQuietly();
        stop();
        try {
            scheduler.stop().get(surroundings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            LOG.warn("The engine's threads did not stop; the next start recovers from the log", e);
        }
        try {
            lock.close();
        } catch (Exception e) {
            LOG.warn("The engine did not stop cleanly; the next start recovers from the log", e);
        }
    }
}
