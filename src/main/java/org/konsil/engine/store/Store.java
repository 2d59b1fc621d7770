package org.konsil.engine.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.core.Health;
import org.konsil.engine.core.Records;

/**
 * The engine's past and present in relational tables ({@code engine_*}): a reader follows the log and writes rows and log position in the
 * same transaction, so each record counts exactly once; searches read the tables.
 */
public final class Store implements AutoCloseable {

    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private final DataSource database;
    private final Tables tables;
    private final Definitions definitions;
    private @Nullable Follower follower;

    private Store(DataSource database) throws SQLException {
        this.database = database;
        this.tables = new Tables(database);
        this.definitions = new Definitions(database);
    }

    /** Brings the tables up to date (they have a Flyway history of their own, {@code engine_schema_history}). */
    public static Store open(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/engine")
                .table("engine_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns(new String[0]) // tables of a newer version are refused
                .load()
                .migrate();
        try {
            return new Store(database);
        } catch (SQLException e) {
            throw new TablesUnreachable(e);
        }
    }

    /** Reads the log from where the tables end, until {@link #stop}. */
    public synchronized void follow(Records log) {
        stop();
        try {
            follower = new Follower(log, tables, definitions);
        } catch (SQLException e) {
            throw new TablesUnreachable(e);
        }
    }

    /** Lets go of the log; the batch under way is finished. */
    public synchronized void stop() {
        if (follower != null) {
            follower.close();
            follower = null;
        }
    }

    /** Forgets everything; only while no log is followed. */
    public synchronized void clear() {
        if (follower != null) {
            throw new IllegalStateException("The reader of the log still runs");
        }
        try {
            tables.clear();
        } catch (SQLException e) {
            throw new TablesUnreachable(e);
        }
        definitions.clear();
    }

    /** The log up to this position is in the tables for good and may be cut as far as they are concerned. */
    public long position() {
        return tables.position();
    }

    /** Waits until the tables hold the log up to this position, but not longer than this and not for a database that fails. */
    public void catchUp(long end, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (position() < end
                && health().up()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    public synchronized Health health() {
        return follower == null ? Health.down("The reader of the engine's log does not run") : follower.health();
    }

    public Searches searches() {
        return new Searches(database);
    }

    @Override
    public void close() {
        stop();
    }
}
