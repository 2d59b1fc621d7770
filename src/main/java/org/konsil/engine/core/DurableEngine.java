package org.konsil.engine.core;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.scheduler.ActorScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.log.FailStop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A single-node, durable Camunda 8 engine in a folder of its own. */
public final class DurableEngine implements Engine, Commands, Records {

    private static final Logger LOG = LoggerFactory.getLogger(DurableEngine.class);
    private static final long LEAST_FREE_BYTES = 64L << 20;

    private final CoreSettings settings;
    private final FailStop failStop;
    private final FolderLock lock;
    private final OffsetClock clock = new OffsetClock();
    private final JobStreams jobs = new JobStreams();
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();
    private final ActorScheduler scheduler = ActorScheduler.newActorScheduler()
            .setCpuBoundActorThreadCount(2)
            .setIoBoundActorThreadCount(1)
            .build();
    private final ScheduledExecutorService snapshots = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("engine-snapshots").daemon(true).factory());
    private volatile LongSupplier exported = () -> Long.MAX_VALUE;
    /** What the store had at the last snapshot; a database that forgets its last commits in a crash is still served. */
    private long storedBefore;

    private volatile @Nullable Partition partition;
    private volatile @Nullable String broken;

    private DurableEngine(CoreSettings settings, FailStop failStop) {
        this.settings = settings;
        this.failStop = failStop;
        this.lock = FolderLock.take(settings.folder());
        scheduler.start();
    }

    /** Opens the folder, replays what the last snapshot does not know, and is ready; an I/O error later ends this process. */
    public static DurableEngine open(CoreSettings settings) {
        return open(settings, new Halt());
    }

    /** The same with another answer to I/O errors. */
    public static DurableEngine open(CoreSettings settings, FailStop failStop) {
        var engine = new DurableEngine(settings, failStop);
        try {
            engine.partition = engine.newPartition();
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        long every = settings.snapshotEvery().toMillis();
        engine.snapshots.scheduleWithFixedDelay(engine::snapshotQuietly, every, every, TimeUnit.MILLISECONDS);
        return engine;
    }

    private Partition newPartition() {
        try {
            new Purge(settings.folder()).finish();
            var created = new Partition(settings, scheduler, clock, jobs, this::fail);
            created.log.addCommitListener(this::committed);
            return created;
        } catch (IOException e) {
            throw new EngineFolderRefused(
                    "The engine cannot open its folder %s (%s). Give this user the right to write there and make room."
                            .formatted(settings.folder().toAbsolutePath(), e),
                    e);
        }
    }

    private void fail(String sentence, Throwable cause) {
        broken = sentence;
        failStop.stop(sentence, cause);
    }

    private void committed() {
        for (var wake : wakes) {
            try {
                wake.run();
            } catch (RuntimeException e) {
                LOG.warn("A reader of the engine's log failed", e);
            }
        }
    }

    private Partition partition() {
        var current = partition;
        if (current == null) throw new EngineStopped("The engine is stopping or being emptied; try again in a moment");
        return current;
    }

    @Override
    public CompletableFuture<Answer> send(Command command) {
        try {
            return partition().writer.send(command);
        } catch (EngineStopped e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public LogStreamReader newReader() {
        return partition().stream.newLogStreamReader();
    }

    @Override
    public void onAvailable(Runnable wake) {
        wakes.add(wake);
    }

    @Override
    public void remove(Runnable wake) {
        wakes.remove(wake);
    }

    @Override
    public Commands commands() {
        return this;
    }

    @Override
    public Records records() {
        return this;
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
        exported = position;
    }

    @Override
    public Health health() {
        var reason = broken;
        if (reason != null) return Health.down(reason);
        var current = partition;
        if (current == null) return Health.down("The engine is stopping or being emptied.");
        try {
            if (Files.getFileStore(settings.folder()).getUsableSpace() < LEAST_FREE_BYTES)
                return Health.down(
                        "Less than %d MB are free for the engine's folder %s: make room before it has to stop."
                                .formatted(LEAST_FREE_BYTES >> 20, settings.folder()));
        } catch (IOException e) {
            return Health.down("The engine's folder cannot be read: " + e);
        }
        return current.health();
    }

    /** Saves the state now, so that the next start need not replay. */
    public synchronized void snapshot() throws IOException {
        long stored = exported.getAsLong();
        partition().snapshot(Math.min(stored, storedBefore));
        storedBefore = stored;
    }

    /** What this engine counts, for meters. */
    public Figures figures() {
        var current = partition;
        return current == null
                ? Figures.NONE
                : new Figures(
                        current.committedPosition(),
                        current.log.segmentCount(),
                        current.log.syncs(),
                        current.pending.size(),
                        current.writer.refused());
    }

    private void snapshotQuietly() {
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
        storedBefore = 0;
        partition = newPartition();
    }

    private void stop() {
        var current = partition;
        partition = null;
        if (current != null) current.close();
    }

    @Override
    public synchronized void close() {
        snapshots.shutdown();
        snapshotQuietly();
        stop();
        try {
            scheduler.stop().get(10, TimeUnit.SECONDS);
            lock.close();
        } catch (Exception e) {
            LOG.warn("The engine did not stop cleanly; the next start recovers from the log", e);
        }
    }
}
