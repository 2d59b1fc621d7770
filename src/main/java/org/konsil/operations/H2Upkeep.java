package org.konsil.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What H2 leaves undone when each commit is written at once (WRITE_DELAY=0 stops its own housekeeping): syncs the file, so that a power cut takes
 * seconds at most and no space is used again before what replaced it is on disk; and rewrites chunks that are mostly dead, so that the file
 * stays small.
 */
@Component
@ConditionalOnExpression("'${spring.datasource.url:}'.startsWith('jdbc:h2:file:')")
class H2Upkeep {

    /** Fewer than so many of a hundred bytes in use, and it is worth rewriting. */
    static final int FILL_RATE = 70;

    /** Rewritten at once, which takes some milliseconds. */
    private static final int BYTES_AT_ONCE = 4 << 20;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(50);

    /** After somebody was at work for longer than that: who waits for a connection shall not wait every second. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);

    private final HikariDataSource database;
    private long restsUntil = System.nanoTime();

    H2Upkeep(DataSource database) throws SQLException {
        this.database = database.unwrap(HikariDataSource.class);
    }

    /** More often than RETENTION_TIME in the database's URL, which is when freed space is used again. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void sync() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            LOG.warn("The database file could not be synced; it is tried again: {}", e.toString());
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tidy() {
        if (System.nanoTime() - restsUntil < 0) return;
        try {
            if (!compact()) restsUntil = System.nanoTime() + REST.toNanos();
        } catch (SQLException e) {
            LOG.warn("The database file could not be made smaller; it is tried again: {}", e.toString());
        }
    }

    /**
     * Rewrites some chunks while nobody reads: H2 2.3 may drop a rewritten chunk under a query that began before ("Chunk not found").
     *
     * @return false when somebody was at work for so long that it was given up
     */
    boolean compact() throws SQLException {
        var store = store();
        if (store.getFileStore().getChunksFillRate() >= FILL_RATE) return true;
        var pool = database.getHikariPoolMXBean();
        pool.suspendPool();
        try {
            if (!isQuietWithin(pool, LONGEST_WAIT)) return false;
            if (store.compact(FILL_RATE, BYTES_AT_ONCE)) store.commit();
            return true;
        } finally {
            pool.resumePool();
        }
    }

    private static boolean isQuietWithin(HikariPoolMXBean pool, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (pool.getActiveConnections() > 0) {
            if (System.nanoTime() - deadline > 0) return false;
            LockSupport.parkNanos(200_000);
        }
        return true;
    }

    private MVStore store() throws SQLException {
        try (var connection = database.getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        }
    }
}
