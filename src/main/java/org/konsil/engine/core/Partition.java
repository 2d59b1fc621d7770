package org.konsil.engine.core;

import com.netflix.concurrency.limits.limit.FixedLimit;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.stream.api.StreamClock;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.konsil.engine.clock.OffsetClock;
import org.konsil.engine.log.LogSettings;
import org.konsil.engine.log.SegmentedLog;
import org.konsil.engine.state.Snapshots;
import org.konsil.engine.state.StateHash;
import org.konsil.engine.state.Upgrades;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the engine between start (or purge) and stop: log, state and stream processor, wired. */
final class Partition implements AutoCloseable {

    static final int ID = Snapshots.PARTITION;

    private static final Logger LOG = LoggerFactory.getLogger(Partition.class);

    final SegmentedLog log;
    final LogStream stream;
    final PendingCommands pending = new PendingCommands();
    final LogWriter writer;
    final Heartbeat heartbeat;
    private final ProcessorWatch watch;
    private final Surroundings surroundings;
    private final AfterCommit afterCommit;
    private final Snapshots snapshots;
    private final ZeebeDb<ZbColumnFamilies> state;
    private final Processing processing;
    private boolean stuck;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    Partition(CoreSettings settings, ActorScheduler scheduler, OffsetClock clock, JobStreams jobs, Surroundings around)
            throws IOException {
        surroundings = around;
        heartbeat = new Heartbeat(around.patience(), System::nanoTime);
        watch = new ProcessorWatch(this::recovered, () -> pending.failAll(ProcessorWatch.FAILED));
        try {
            afterCommit = opened(new AfterCommit(this::committedPosition));
            log = opened(new SegmentedLog(
                    new LogSettings(
                            settings.folder().resolve("log"),
                            settings.segmentBytes(),
                            settings.durable(),
                            around.disk()),
                    around.failStop()));
            log.addCommitListener(afterCommit::drain);
            snapshots = new Snapshots(settings.folder());
            snapshots.require(log);
            state = snapshots.restore();
            opened.push(this::closeState);
            Upgrades.run(state, clock);
            var time = StreamClock.controllable(clock);
            var meters = ZeebeMeters.within(around.meters());
            opened.push(() -> ZeebeMeters.close(meters));
            stream = opened(LogStream.builder()
                    .withPartitionId(ID)
                    .withLogName("engine")
                    .withLogStorage(log)
                    .withClock(time)
                    .withRequestLimit(FixedLimit.of(settings.inFlight()))
                    .withMeterRegistry(meters)
                    .build());
            writer = new LogWriter(stream.newLogStreamWriter(), pending);
            var processor = processor(settings, scheduler, time, jobs, meters);
            processing = new Processing(processor, heartbeat, around.patience());
            opened.push(this::closeProcessing);
            processing.open();
            watch.recovered().join();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private StreamProcessor processor(
            CoreSettings settings,
            ActorScheduler scheduler,
            StreamClock.ControllableStreamClock clock,
            JobStreams jobs,
            MeterRegistry meters) {
        var sender = new LoopbackSender(writer);
        var abandoned = new AbandonedJobs(writer::append);
        var streamer = jobs.streamer(new Pushing(afterCommit, log::appendedPosition, writer));
        return StreamProcessor.builder()
                .logStream(stream)
                .zeebeDb(state)
                .actorSchedulingService(scheduler)
                .clock(clock)
                .setScheduledTaskCheckInterval(settings.tick())
                .meterRegistry(meters)
                .commandResponseWriter(
                        new AnswerWriter(pending, afterCommit, log::appendedPosition, abandoned::unclaimed))
                .partitionCommandSender(sender)
                .listener(new Progress(stream.getFlowControl(), heartbeat))
                .addLifecycleListener(watch)
                .recordProcessors(List.of(Processors.create(sender, streamer, abandoned)))
                .build();
    }

    /** Saves the state and cuts the log below what both the snapshot before this one and the store no longer need. */
    void snapshot(long exported) throws IOException {
        long processed = processing.processedPosition();
        if (processed <= 0) return;
        var taken = snapshots.take(processed, state, () -> settled(processed));
        int cut = log.compact(Math.clamp(exported, 0, snapshots.bound()));
        LOG.debug("Snapshot {} taken, {} log segments deleted, {} left", taken, cut, log.segmentCount());
    }

    /** Waits until all that the processor has written is on disk; answers that position. */
    private long settled(long atLeast) {
        long written = Math.max(atLeast, processing.writtenPosition());
        var done = new CompletableFuture<Void>();
        afterCommit.run(written, () -> done.complete(null));
        done.orTimeout(surroundings.patience().toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return written;
    }

    private void recovered() {
        heartbeat.handled(log.committedPosition());
        surroundings.replayed().accept(state);
    }

    private void closeProcessing() {
        try {
            processing.close();
        } catch (IllegalStateException e) {
            stuck = true;
            throw e;
        }
    }

    /** Under a processor that still runs it would take the whole program down; the next start makes a new one anyway. */
    private void closeState() throws Exception {
        if (stuck)
            LOG.error("The engine's processor does not stop, so its state is left as it is. Start the program anew.");
        else state.close();
    }

    /** What the state holds once the whole log is processed; nothing is processed until the caller is done as well. */
    StateHash hash(Runnable meanwhile) {
        do {
            processing.resume();
            settle(surroundings.patience());
            processing.pause();
        } while (!isSettled()); // a timer may have come in between
        try {
            meanwhile.run();
            return StateHash.of(state);
        } finally {
            processing.resume();
        }
    }

    private boolean isSettled() {
        return processing.hasReachedTheEnd() && committedPosition() >= log.appendedPosition();
    }

    /** Waits until the processor has nothing left to do and all it wrote is on disk, but not longer than this. */
    void settle(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline && !watch.failed()) {
            if (isSettled()) return;
            LockSupport.parkNanos(1_000_000);
        }
    }

    long committedPosition() {
        return log.committedPosition();
    }

    Figures figures() {
        return new Figures(log.committedPosition(), log.segmentCount(), log.syncs(), pending.size(), writer.refused());
    }

    Health health() {
        if (watch.failed()) return Health.down(ProcessorWatch.FAILED);
        return processing.complaint().map(Health::down).orElseGet(Health::fine);
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the engine did not close cleanly; the next start recovers from the log", e);
            }
        }
        pending.failAll("The engine was stopped before it answered");
    }
}
