package org.konsil.engine.store;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.core.Health;
import org.konsil.engine.core.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's past and present in relational tables ({@code engine_*}): a reader follows the log and writes rows and log position in the
 * same transaction, so each record counts exactly once; searches read the tables.
 */
public final class Store implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final DataSource database;
    private final Tables tables;
    private final Definitions definitions;
    private long secured = -1;
    private boolean closed;
    private volatile @Nullable Follower follower;

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

    /** Whether this database holds the tables of an engine that has already worked. */
    public static boolean isIn(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select position from engine_position where position >= 0")) {
            return found.next();
        } catch (SQLException e) {
            return false; // there is no such table
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
        var running = follower;
        follower = null;
        if (running != null) {
            running.close();
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
        secured = -1;
    }

    /** The log up to this position is in the tables for good and may be cut as far as they are concerned. */
    public long position() {
        return tables.position();
    }

    public Health health() {
        var running = follower;
        return running == null ? Health.down("The reader of the engine's log does not run") : running.health();
    }

    /**
     * Waits until the searches show everything that was acknowledged before this call, but not longer than half a second and not while the
     * database fails: then they show what there is.
     */
    public void awaitWhatIsCommitted() {
        var running = follower;
        if (running != null) {
            running.awaitWhatIsCommitted();
        }
    }

    /** Waits until the tables hold the log up to this position, but not longer than this and not for a database that fails. */
    public void catchUp(long end, Duration atMost) {
        var running = follower;
        if (running != null) {
            running.awaitStored(end, atMost);
        }
    }

    /**
     * How far the tables outlive even a power cut, so that the log may be cut there; as of the last time while the database does not answer and
     * after {@link #close}.
     */
    public synchronized long securedPosition() {
        if (!closed) {
            try {
                secured = tables.secure();
            } catch (SQLException e) {
                LOG.warn("The database of the engine's searches does not answer, so the log is kept: {}", e.toString());
            }
        }
        return secured;
    }

    public Searches searches() {
        return new Searches(database);
    }

    @Override
    public synchronized void close() {
        stop();
        if (!closed) {
            securedPosition();
            closed = true;
        }
    }
}
