package org.konsil.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets process instances that ended long ago, with everything that hangs on them, so that the tables do not grow for ever: a few at a time,
 * on a thread of its own. An instance that is active, or was called by one that is, stays.
 */
public final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration BREATH = Duration.ofMillis(100);

    private final DataSource database;
    private final Duration kept;
    private final Supplier<Instant> now;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    private Retention(DataSource database, Duration kept, Supplier<Instant> now) {
        this.database = database;
        this.kept = kept;
        this.now = now;
        this.thread = Thread.ofPlatform().name("engine-retention").daemon(true).unstarted(this::goOn);
    }

    /** Begins. @param kept how long after its end an instance is still shown */
    public static Retention start(DataSource database, Duration kept, Supplier<Instant> now) {
        var retention = new Retention(database, kept, now);
        retention.thread.start();
        return retention;
    }

    /** Forgets a few now. @return whether there may be more */
    static boolean forgetSome(DataSource database, Instant endedBefore) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = forgetSome(connection, endedBefore);
                connection.commit();
                return more;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean forgetSome(Connection connection, Instant endedBefore) throws SQLException {
        var ended = new Ended(connection);
        var instances = ended.instances(endedBefore.atOffset(ZoneOffset.UTC));
        ended.forget(instances);
        var decisions = ended.decisions(endedBefore.atOffset(ZoneOffset.UTC));
        ended.forgetDecisions(decisions);
        return instances.size() == Ended.AT_ONCE || decisions.size() == Ended.AT_ONCE;
    }

    private void goOn() {
        while (!endsWithin(EVERY)) {
            try {
                while (forgetSome(database, now.get().minus(kept)) && !endsWithin(BREATH)) continue;
            } catch (SQLException e) {
                LOG.warn("Finished process instances could not be forgotten; it is tried again: {}", e.toString());
            }
        }
    }

    /** Waits this long. @return whether the end came meanwhile */
    private boolean endsWithin(Duration pause) {
        try {
            return over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
