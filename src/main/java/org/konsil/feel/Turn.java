package org.konsil.feel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What expressions have taken on one thread, from the first that was evaluated since the turn began. */
public final class Turn implements AutoCloseable {

    /** Of the processor's time, not the clock's: a machine that is busy otherwise must not make expressions fail, nor one that has just started. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** Virtual threads know neither their part of the processor's time nor their memory. */
    private static final Duration LONGEST_BY_CLOCK = Duration.ofSeconds(10);

    private static final int MOST_STEPS_UNMEASURED = 3_000_000;

    private static final long MOST_MEMORY =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

    private static final int LOOK_EVERY = 16;

    /** Most expressions are over by then, and cost no look at a clock. */
    private static final int MEASURED_FROM = 256;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Turn> OF_THREAD = ThreadLocal.withInitial(Turn::new);

    private final boolean measurable = !Thread.currentThread().isVirtual();
    private int depth;
    private int steps;
    private boolean counting;
    private boolean measuring;
    private long cpuAtBegin;
    private long memoryAtBegin;
    private long nextLook;
    private @Nullable Spent spent;

    private Turn() {}

    static Turn begin() {
        var turn = OF_THREAD.get();
        if (turn.depth++ == 0) {
            turn.counting = false;
            turn.measuring = false;
            turn.spent = null;
        }
        return turn;
    }

    static Turn running() {
        return OF_THREAD.get();
    }

    /** Most turns evaluate nothing, so counting begins with the first expression. */
    void count() {
        if (!counting) {
            counting = true;
            steps = 0;
        }
    }

    private void measure() {
        measuring = true;
        cpuAtBegin = measurable ? THREADS.getCurrentThreadCpuTime() : 0;
        memoryAtBegin = measurable ? THREADS.getCurrentThreadAllocatedBytes() : 0;
        nextLook = System.nanoTime() + (measurable ? LONGEST : LONGEST_BY_CLOCK).toNanos();
    }

    /** One small piece of work; cheap enough to be counted everywhere. */
    void step() {
        if (depth > 0 && counting && (++steps % LOOK_EVERY == 0 || spent != null)) {
            look();
        }
    }

    private void look() {
        if (spent != null) {
            throw spent;
        }
        if (!measuring) {
            if (steps >= MEASURED_FROM) {
                measure();
            }
            return;
        }
        if (measurable
                ? THREADS.getCurrentThreadAllocatedBytes() - memoryAtBegin > MOST_MEMORY
                : steps > MOST_STEPS_UNMEASURED) {
            throw end(Spent.memory());
        }
        var now = System.nanoTime();
        if (now - nextLook >= 0) {
            var left = measurable ? LONGEST.toNanos() - (THREADS.getCurrentThreadCpuTime() - cpuAtBegin) : 0;
            if (left <= 0) {
                throw end(Spent.time());
            }
            nextLook = now + left;
        }
    }

    /** From here on everything fails in this turn, so that nobody goes on with half a result. */
    Spent end(Spent why) {
        spent = why;
        return why;
    }

    /** Something was stopped, or would have been. */
    public boolean isSpent() {
        return spent != null;
    }

    @Override
    public void close() {
        depth--;
    }
}
