package org.konsil.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One PostgreSQL for all test classes that want one; each gets an empty database of its own. */
public final class Postgres {

    private static @Nullable EmbeddedPostgres running;
    private static int databases;

    private Postgres() {}

    /** Lets a test's data source be a fresh database of it. */
    public static synchronized void use(DynamicPropertyRegistry properties) {
        var url = database();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    /** A fresh database of it. */
    public static synchronized DataSource fresh() {
        return new DriverManagerDataSource(database(), "postgres", "postgres");
    }

    private static String database() {
        try {
            var postgres = running == null ? start() : running;
            running = postgres;
            var name = "konsil_" + ++databases;
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() throws IOException {
        var started = EmbeddedPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
        return started;
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
