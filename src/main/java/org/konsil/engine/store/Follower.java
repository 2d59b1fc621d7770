package org.konsil.engine.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.konsil.engine.core.Health;
import org.konsil.engine.core.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that brings the log into the tables. When the database fails it forgets the batch, waits and reads the same records again;
 * the engine goes on meanwhile.
 */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long IDLE_MILLIS = 1000;
    /** Commits are this far apart while no search waits for what they bring: fewer and larger, and out of the way of the work itself. */
    private static final long PACE_MILLIS = 200;

    /** How long a search waits for what was acknowledged before it. */
    private static final Duration LONGEST_VIEW = Duration.ofMillis(500);

    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 5000;

    private final Records log;
    private final LogReader reader;
    private final Tables tables;
    private final Definitions definitions;
    private final Batch batch = new Batch();
    private final Pace pace;
    private final Runnable onAvailable;
    private final Thread thread;
    private boolean lost;
    private volatile Health health = Health.fine();

    Follower(Records log, Tables tables, Definitions definitions) throws SQLException {
        this.log = log;
        this.tables = tables;
        this.definitions = definitions;
        this.reader = new LogReader(log, new Projection(definitions));
        catchUpWithAnotherLog();
        reader.continueAfter(tables.position());
        pace = new Pace(tables.position());
        onAvailable = pace::recordsCame;
        log.onAvailable(onAvailable);
        thread = Thread.ofPlatform()
                .name("engine-store")
                .daemon(true)
                .uncaughtExceptionHandler((dead, why) -> fail(why))
                .start(this::follow);
    }

    Health health() {
        return health;
    }

    /** Waits until the tables hold everything that is on disk now, within a limit. */
    void awaitWhatIsCommitted() {
        awaitStored(log.lastPosition(), LONGEST_VIEW);
    }

    /** The same for that position and that limit. */
    void awaitStored(long position, Duration atMost) {
        pace.awaitStored(position, atMost.toMillis());
    }

    @Override
    public void close() {
        log.remove(onAvailable);
        pace.end();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        reader.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A log that ends before the tables do is another one, begun anew: then the tables begin anew as well. Empty tables need a log from its
     * first record on.
     */
    private void catchUpWithAnotherLog() throws SQLException {
        boolean whole = reader.fromTheFirst();
        if (!whole && (tables.isEmpty() || tables.position() > reader.end())) {
            throw new LogCut(tables.position());
        }
        if (tables.position() > reader.end()) {
            LOG.warn("The engine's log was begun anew: what the tables held of the former one is dropped");
            tables.clear();
            definitions.clear();
        }
    }

    private void follow() {
        long wait = FIRST_WAIT_MILLIS;
        while (!pace.ended()) {
            try {
                step();
                health = Health.fine();
                wait = FIRST_WAIT_MILLIS;
            } catch (SQLException | RuntimeException e) {
                startOver(e);
                pace.hold(wait);
                wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            }
        }
    }

    private void step() throws SQLException {
        findPlace();
        long begun = System.nanoTime();
        if (reader.fill(batch)) {
            tables.write(batch, reader.last());
            pace.storedUpTo(reader.last());
            batch.clear();
            pace.hold(PACE_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } else {
            pace.awaitRecords(IDLE_MILLIS);
        }
    }

    private void fail(Throwable why) {
        LOG.error("The reader of the engine's log died", why);
        health = Health.down("The searches stand still until the next start: " + why);
        pace.fails();
    }

    /** After a failure nobody but the database knows whether the last commit counted. */
    private void findPlace() throws SQLException {
        if (lost) {
            tables.refresh();
            reader.continueAfter(tables.position());
            lost = false;
        }
    }

    private void startOver(Exception cause) {
        if (pace.ended()) {
            return;
        }
        if (health.up()) {
            LOG.warn("The engine's searches fall behind, the database does not take the records: {}", cause.toString());
        }
        health = Health.down("The searches fall behind: " + cause.getMessage());
        pace.fails();
        batch.clear();
        definitions.clear();
        lost = true;
    }
}
