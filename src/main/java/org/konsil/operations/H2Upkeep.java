package org.konsil.operations;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Syncs H2's file, which each commit writes (WRITE_DELAY=0) and none waits for, so that a power cut takes seconds at most. The file is left
 * to H2 otherwise: rewriting chunks while it works, and using freed space again sooner than H2 does by itself, has made it lose chunks that
 * were still being read.
 */
@Component
@ConditionalOnExpression("'${spring.datasource.url:}'.startsWith('jdbc:h2:file:')")
class H2Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);

    private final DataSource database;

    H2Upkeep(DataSource database) {
        this.database = database;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void sync() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            LOG.warn("The database file could not be synced; it is tried again: {}", e.toString());
        }
    }
}
