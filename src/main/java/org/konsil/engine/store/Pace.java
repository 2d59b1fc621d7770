package org.konsil.engine.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** When the reader of the log waits, and what ends its waiting. It is never interrupted, because that would close H2's file. */
final class Pace {

    private final Semaphore records = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    boolean ended() {
        return end.getCount() == 0;
    }

    /** Ends all waiting for good. */
    void end() {
        end.countDown();
        recordsCame();
    }

    void recordsCame() {
        if (records.availablePermits() == 0) {
            records.release();
        }
    }

    /** Waits for records, but not longer than this. */
    void awaitRecords(long millis) {
        try {
            if (records.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                records.drainPermits();
            }
        } catch (InterruptedException e) {
            end.countDown();
        }
    }

    /** Waits this long whatever comes, unless the end comes. */
    void hold(long millis) {
        try {
            var unused = end.await(Math.max(0, millis), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            end.countDown();
        }
    }
}
