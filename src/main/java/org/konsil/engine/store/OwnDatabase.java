package org.konsil.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.konsil.engine.state.EngineFolderRefused;

/**
 * An H2 file beside the log, for the searches alone. Its commits wait for no disk: what a crash takes from it is read from the log again,
 * which is cut only below what was {@linkplain Tables#secure secured}.
 */
public final class OwnDatabase implements AutoCloseable {

    /** The file's name without H2's suffix. */
    public static final String NAME = "store";

    private static final int CONNECTIONS = 32;
    private static final String OPTIONS =
            ";WRITE_DELAY=1000;CACHE_SIZE=32768;QUERY_CACHE_SIZE=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    private final JdbcConnectionPool pool;

    private OwnDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /** Whether the folder has such a file. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME + ".mv.db"));
    }

    /** Opens or creates the file in the folder; {@link EngineFolderRefused} when that cannot be. */
    public static OwnDatabase in(Path folder) {
        var file = folder.toAbsolutePath().resolve(NAME);
        var pool = JdbcConnectionPool.create("jdbc:h2:file:" + file + OPTIONS, "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        try (var first = pool.getConnection()) {
            return new OwnDatabase(pool);
        } catch (SQLException e) {
            throw new EngineFolderRefused(
                    "The file of the engine's searches, %s.mv.db, cannot be opened (%s). Restore the engine's folder and the database from the same backup."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Connections to it. */
    public JdbcConnectionPool connections() {
        return pool;
    }

    /** Writes everything and lets go of the file. */
    @Override
    public void close() throws SQLException {
        try (var last = pool.getConnection();
                var statement = last.createStatement()) {
            statement.execute("shutdown");
        } finally {
            pool.dispose();
        }
    }
}
