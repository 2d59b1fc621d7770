package org.konsil.engine.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When the reader of the log waits, and what ends its waiting: new records, a search that must see them, the end. It is never interrupted,
 * because that would close H2's file.
 */
final class Pace {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private boolean records;
    private boolean over;
    private boolean failing;
    private long stored;
    private long wanted = Long.MIN_VALUE;

    /** Begins with what the tables hold. */
    Pace(long stored) {
        this.stored = stored;
    }

    boolean ended() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting for good. */
    void end() {
        tell(() -> over = true);
    }

    void recordsCame() {
        tell(() -> records = true);
    }

    /** The tables hold everything up to here. */
    void storedUpTo(long position) {
        tell(() -> {
            stored = position;
            failing = false;
        });
    }

    /** The tables fall behind: nobody shall wait for them. */
    void fails() {
        tell(() -> failing = true);
    }

    /** Waits for records, but not longer than this. */
    void awaitRecords(long millis) {
        pause(millis, () -> records);
        lock.lock();
        records = false;
        lock.unlock();
    }

    /** Waits this long, unless somebody wants to see what came meanwhile. */
    void hold(long millis) {
        pause(millis, () -> wanted > stored && !failing);
    }

    /** For searches: waits until the tables hold everything up to the position, but not longer than this and not while the tables fail. */
    void awaitStored(long position, long millis) {
        lock.lock();
        try {
            if (position > wanted) {
                wanted = position;
                news.signal();
            }
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (stored < position && !over && !failing && left > 0) {
                left = progress.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private interface Until {
        boolean holds();
    }

    private void pause(long millis, Until until) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!over && !until.holds() && left > 0) {
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            over = true;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signal();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
