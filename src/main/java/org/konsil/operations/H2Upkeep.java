package org.konsil.operations;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
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

    /** Rewritten at once: commits wait so long, some milliseconds. */
    private static final int BYTES_AT_ONCE = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);

    private final DataSource database;

    H2Upkeep(DataSource database) {
        this.database = database;
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
    void compact() {
        try (var connection = database.getConnection()) {
            var store = store(connection.unwrap(JdbcConnection.class));
            if (store.compact(FILL_RATE, BYTES_AT_ONCE)) store.commit();
        } catch (SQLException e) {
            LOG.warn("The database file could not be made smaller; it is tried again: {}", e.toString());
        }
    }

    private static MVStore store(JdbcConnection connection) {
        return ((SessionLocal) connection.getSession()).getDatabase().getStore().getMvStore();
    }
}
