package org.konsil.engine.core;

import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;

/** Who waits for jobs: pollers to be woken, open streams to be served in turn. Outlives a purge. */
final class JobStreams implements JobArrivals, JobPushes {

    record Stream(JobActivationProperties properties, Worker worker) {}

    private final Map<String, List<Runnable>> pollers = new ConcurrentHashMap<>();
    private final Map<String, List<Stream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public Watch watch(String jobType, Runnable wake) {
        return add(pollers, jobType, wake);
    }

    @Override
    public Watch open(String jobType, JobActivationProperties properties, Worker worker) {
        return add(streams, jobType, new Stream(properties, worker));
    }

    private static <T> Watch add(Map<String, List<T>> all, String jobType, T one) {
        all.computeIfAbsent(jobType, type -> new CopyOnWriteArrayList<>()).add(one);
        return () -> all.computeIfPresent(jobType, (type, list) -> list.remove(one) && list.isEmpty() ? null : list);
    }

    void available(String jobType) {
        pollers.getOrDefault(jobType, List.of()).forEach(Runnable::run);
    }

    /** The next stream, in turn, that is open for the job and ready for one more. */
    Optional<Stream> next(String jobType, Predicate<JobActivationProperties> filter) {
        var candidates = List.copyOf(streams.getOrDefault(jobType, List.of()));
        int start = turn.getAndIncrement() & Integer.MAX_VALUE;
        for (int i = 0; i < candidates.size(); i++) {
            var stream = candidates.get((start + i) % candidates.size());
            if (stream.worker().ready() && filter.test(stream.properties())) return Optional.of(stream);
        }
        return Optional.empty();
    }

    /** The face that the processors know. */
    JobStreamer streamer(Pushing pushing) {
        return new JobStreamer() {
            @Override
            public void notifyWorkAvailable(String jobType) {
                available(jobType);
            }

            @Override
            public Optional<JobStream> streamFor(DirectBuffer jobType, Predicate<JobActivationProperties> filter) {
                return next(BufferUtil.bufferAsString(jobType), filter).map(pushing::to);
            }
        };
    }
}
