package org.konsil.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One PostgreSQL for all test classes that want one; each gets an empty database of its own. */
public final class Postgres {

    private static EmbeddedPostgres running;
    private static int databases;

    private Postgres() {}

    /** Lets a test's data source be a fresh database of it. */
    public static synchronized void use(DynamicPropertyRegistry properties) {
        var url = database();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    private static String database() {
        try {
            if (running == null) {
                var started = EmbeddedPostgres.start();
                running = started;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
            }
            var name = "konsil_" + ++databases;
            try (var connection = running.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return running.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
