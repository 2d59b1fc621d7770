package org.konsil.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables as one thing that holds the log up to a position: rows and position change in the same transaction. */
final class Tables {

    private static final String DUPLICATE_KEY = "23505";
    private static final long NOTHING = -1;
    /** Others have written a commit to the disk when they acknowledge it. */
    private static final String H2 = "H2";

    private final DataSource database;
    private @Nullable ColumnWidths widths;
    private volatile long position;

    Tables(DataSource database) throws SQLException {
        this.database = database;
        refresh();
    }

    /** Asks the database how far its rows go. */
    void refresh() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select position from engine_position where id = 1");
                var found = statement.executeQuery()) {
            position = found.next() ? found.getLong(1) : NOTHING;
        }
    }

    /** Everything up to here is in the tables for good. */
    long position() {
        return position;
    }

    /** Sees to it that what is written so far outlives even a power cut; answers how far that is. */
    long secure() throws SQLException {
        long written = position;
        try (var connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals(H2)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("checkpoint sync");
                }
            }
        }
        return written;
    }

    boolean isEmpty() {
        return position == NOTHING;
    }

    /** Writes the batch, which ends at the position. */
    void write(Batch batch, long end) throws SQLException {
        try {
            write(batch, end, false);
        } catch (SQLException e) {
            if (!DUPLICATE_KEY.equals(root(e).getSQLState())) {
                throw e;
            }
            write(batch, end, true);
        }
        position = end;
    }

    /** Empties all tables. */
    void clear() throws SQLException {
        inTransaction(connection -> {
            for (var table : Table.values()) {
                try (var statement = connection.prepareStatement("truncate table " + table.sqlName())) {
                    statement.execute();
                }
            }
            move(connection, NOTHING);
        });
        position = NOTHING;
    }

    private void write(Batch batch, long end, boolean replaceAll) throws SQLException {
        inTransaction(connection -> {
            var known = widths;
            if (known == null) {
                known = new ColumnWidths(connection);
                widths = known;
            }
            new BatchWriter(connection, known).write(batch, replaceAll);
            move(connection, end);
        });
    }

    private static void move(Connection connection, long to) throws SQLException {
        try (var statement = connection.prepareStatement("update engine_position set position = ? where id = 1")) {
            statement.setLong(1, to);
            statement.executeUpdate();
        }
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.in(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static SQLException root(SQLException e) {
        var next = e.getNextException();
        return next == null ? e : next;
    }
}
