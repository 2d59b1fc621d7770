package org.konsil.engine.core;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Readers of the log and those who want to be woken; outlives a purge. */
final class CommittedRecords implements Records {

    private static final Logger LOG = LoggerFactory.getLogger(CommittedRecords.class);

    private final Supplier<Partition> partition;
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();

    CommittedRecords(Supplier<Partition> partition) {
        this.partition = partition;
    }

    @Override
    public LogStreamReader newReader() {
        return partition.get().stream.newLogStreamReader();
    }

    @Override
    public long lastPosition() {
        return partition.get().committedPosition();
    }

    @Override
    public void onAvailable(Runnable wake) {
        wakes.add(wake);
    }

    @Override
    public void remove(Runnable wake) {
        wakes.remove(wake);
    }

    /** To be called after each commit; a reader that fails must not harm the log's thread. */
    void committed() {
        for (var wake : wakes) {
            try {
                wake.run();
            } catch (RuntimeException e) {
                LOG.warn("A reader of the engine's log failed", e);
            }
        }
    }
}
