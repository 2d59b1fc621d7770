package org.konsil.engine.log;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The only thread that writes: takes all appends that piled up, writes and syncs them together, then tells. Callers' threads do no I/O, so their
 * interruption cannot close a file.
 */
final class Flusher implements Runnable {

    record Append(ByteBuffer frame, long lowest, long highest, AppendListener listener) {}

    private final SegmentedLog log;
    private final Thread thread =
            Thread.ofPlatform().name("engine-log").daemon(true).unstarted(this);
    private List<Append> waiting = new ArrayList<>();
    private boolean closed;
    private boolean failed;

    Flusher(SegmentedLog log) {
        this.log = log;
    }

    void start() {
        thread.start();
    }

    /** After a failure nothing is kept and nothing is ever told: the processor must not fall into despair before the stop. */
    synchronized void add(Append append) {
        if (failed) return;
        if (closed) throw new IllegalStateException("The engine's log is closed");
        waiting.add(append);
        notifyAll();
    }

    /** Writes what waits, then ends. */
    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the files must not be closed under the writer
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    @Override
    public void run() {
        try {
            for (var batch = take(); !batch.isEmpty(); batch = take()) log.flush(batch);
        } catch (Throwable e) { // whatever it is, nothing more would be written
            synchronized (this) {
                closed = failed = true;
                waiting.clear();
            }
            log.failed(e);
        }
    }

    private synchronized List<Append> take() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.interrupted(); // nobody has a reason to; going on is the only safe thing
            }
        }
        var batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }
}
