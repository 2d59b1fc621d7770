package org.konsil.engine.core;

import com.netflix.concurrency.limits.limit.FixedLimit;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.scheduler.future.ActorFuture;
import io.camunda.zeebe.stream.api.StreamClock;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** How long a processor that stands still anyway is waited for. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(1);

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
    private final StreamProcessor processor;
    private boolean running;
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
            processor = processor(settings, scheduler, time, jobs, meters);
            opened.push(this::closeProcessor);
            running = true;
            processor.openAsync(false).join();
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
                // without this each command would keep its place in the in-flight limit for ever
                .listener(new Progress(stream.getFlowControl(), heartbeat))
                .addLifecycleListener(watch)
                .recordProcessors(List.of(Processors.create(sender, streamer, abandoned)))
                .build();
    }

    /** Saves the state and cuts the log below what both the snapshot before this one and the store no longer need. */
    void snapshot(long exported) throws IOException {
        long processed = answer(processor.getLastProcessedPositionAsync());
        if (processed <= 0) return;
        var taken = snapshots.take(processed, state, () -> settled(processed));
        int cut = log.compact(Math.clamp(exported, 0, snapshots.bound()));
        LOG.debug("Snapshot {} taken, {} log segments deleted, {} left", taken, cut, log.segmentCount());
    }

    /** Waits until all that the processor has written is on disk; answers that position. */
    private long settled(long atLeast) {
        long written = Math.max(atLeast, answer(processor.getLastWrittenPositionAsync()));
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

    /** What the processor says, if it still does. */
    private <T> T answer(ActorFuture<T> future) {
        try {
            var patience = heartbeat.complaint().isEmpty() ? surroundings.patience() : LAST_CHANCE;
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine's processor was asked", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The engine's processor does not answer", e);
        }
    }

    private void closeProcessor() {
        answer(processor.closeAsync());
        running = false;
    }

    /** Under a processor that still runs it would take the whole program down; the next start makes a new one anyway. */
    private void closeState() throws Exception {
        if (running)
            LOG.error("The engine's processor does not stop, so its state is left as it is. Start the program anew.");
        else state.close();
    }

    /** What the state holds once the whole log is processed; nothing is processed until the caller is done as well. */
    StateHash hash(Runnable meanwhile) {
        do {
            processor.resumeProcessing();
            settle(surroundings.patience());
            answer(processor.pauseProcessing());
        } while (!isSettled()); // a timer may have come in between
        try {
            meanwhile.run();
            return StateHash.of(state);
        } finally {
            processor.resumeProcessing();
        }
    }

    private boolean isSettled() {
        return answer(processor.hasProcessingReachedTheEnd()) && committedPosition() >= log.appendedPosition();
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
        var still = heartbeat.complaint();
        if (still.isPresent()) return Health.down(still.get());
        var report = processor.getHealthReport();
        return report.isHealthy() ? Health.fine() : Health.down("The engine's processor: " + report);
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
