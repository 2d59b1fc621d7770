package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.TransactionSystemException;

class BrokenTests {

    static Stream<Exception> awayInTheMiddleOfWork() {
        var closed = new SQLException("Connection is closed");
        var terminated = new SQLException("terminating connection due to administrator command", "57P01");
        return Stream.of(
                new TransactionSystemException("JDBC rollback failed", closed),
                new JpaSystemException(new org.hibernate.TransactionException("Unable to rollback", closed)),
                new UncategorizedSQLException("reading", "SELECT 1", terminated),
                new IllegalStateException(new SQLException("I/O error", "08006")));
    }

    @ParameterizedTest
    @MethodSource("awayInTheMiddleOfWork")
    void aDatabaseThatGoesAwayInTheMiddleOfWorkIsKnownAsSuch(Exception thrown) {
        assertThat(Broken.database(thrown)).isTrue();
    }

    static Stream<Exception> ours() {
        return Stream.of(
                new DataIntegrityViolationException("twice", new SQLException("duplicate key", "23505")),
                new IllegalStateException(new SQLException("no such table", "42P01")),
                new IllegalStateException(new SQLException()));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void whatIsOurOwnFaultIsNot(Exception thrown) {
        assertThat(Broken.database(thrown)).isFalse();
    }
}
