package org.konsil.engine.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What H2 and PostgreSQL say differently. */
enum Product {
    H2 {
        @Override
        int snapshot() {
            return org.h2.engine.Constants.TRANSACTION_SNAPSHOT;
        }

        @Override
        String nextNumber(String table, String column) {
            return "select identity_base from information_schema.columns where table_name = '%s' and column_name = '%s'"
                    .formatted(table.toUpperCase(Locale.ROOT), column.toUpperCase(Locale.ROOT));
        }
    },
    POSTGRESQL {
        @Override
        int snapshot() {
            return Connection.TRANSACTION_REPEATABLE_READ;
        }

        @Override
        String nextNumber(String table, String column) {
            return "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('%s', '%s')::regclass), 0)"
                    .formatted(table, column);
        }
    };

    static Product of(Connection connection) throws SQLException {
        var name = connection.getMetaData().getDatabaseProductName();
        for (var one : values()) if (one.name().equalsIgnoreCase(name)) return one;
        throw new ArchiveRefused("Backups know H2 and PostgreSQL, not %s: use its own tools.".formatted(name));
    }

    /** The isolation in which all of a transaction's queries see the database as of the first of them. */
    abstract int snapshot();

    /** A query for the number that such a column has given last, or more. */
    abstract String nextNumber(String table, String column);
}
