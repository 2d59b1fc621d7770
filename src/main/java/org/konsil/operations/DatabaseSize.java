package org.konsil.operations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.konsil.engine.backup.Sizes;
import org.springframework.stereotype.Component;

/** How many bytes the application's database takes, asked for no more often than once a minute. */
@Component
class DatabaseSize {

    private static final long ASK_EVERY = Duration.ofMinutes(1).toNanos();
    private static final String FILE = "jdbc:h2:file:";

    private final DataSource database;
    private long bytes = -1;
    private long askedAt;

    DatabaseSize(DataSource database) {
        this.database = database;
    }

    /** -1 while nobody knows. */
    synchronized long bytes() {
        if (bytes < 0 || System.nanoTime() - askedAt > ASK_EVERY) {
            askedAt = System.nanoTime();
            try (var connection = database.getConnection()) {
                bytes = of(connection);
            } catch (SQLException e) {
                bytes = -1;
            }
        }
        return bytes;
    }

    private static long of(Connection connection) throws SQLException {
        var url = connection.getMetaData().getURL();
        if (url.startsWith(FILE))
            return Sizes.of(Path.of(url.substring(FILE.length()).split(";")[0] + ".mv.db"));
        if (!url.startsWith("jdbc:postgresql:")) return -1;
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select pg_database_size(current_database())")) {
            return found.next() ? found.getLong(1) : -1;
        }
    }
}
