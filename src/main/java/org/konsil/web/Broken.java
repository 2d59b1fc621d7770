package org.konsil.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells what kind of broken world an exception comes from. */
final class Broken {

    private Broken() {}

    /** The database does not answer. */
    static boolean database(Throwable thrown) {
        return chain(thrown)
                .anyMatch(cause -> cause instanceof CannotGetJdbcConnectionException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransactionSystemException
                        || cause instanceof org.hibernate.TransactionException
                        || cause instanceof org.hibernate.exception.JDBCConnectionException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SQLException sql && isAway(sql.getSQLState()));
    }

    /** Classes of the SQL standard and of PostgreSQL: connection, too few resources, operator intervention, system error. */
    private static boolean isAway(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("58"));
    }

    /** There is no room left to write. */
    static boolean storageFull(Throwable thrown) {
        return chain(thrown)
                .anyMatch(cause -> cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left"));
    }

    static boolean tooLarge(Throwable thrown) {
        return chain(thrown).anyMatch(BodyTooLarge.class::isInstance);
    }

    private static Stream<@Nullable Throwable> chain(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(
                        thrown, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .limit(20);
    }
}
