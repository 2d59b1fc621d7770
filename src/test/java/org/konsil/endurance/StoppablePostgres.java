package org.konsil.endurance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.konsil.Jvm;

/** A PostgreSQL that may be stopped and started again; it stays where it is and keeps what it has. */
final class StoppablePostgres implements AutoCloseable {

    private final Path folder;
    private final int port = Jvm.freePort();
    private EmbeddedPostgres running;

    StoppablePostgres(Path folder) {
        this.folder = folder;
        this.running = start();
    }

    /** What a program is told to find it. */
    List<String> arguments() {
        return arguments("postgres");
    }

    /** The same with another database of it. */
    List<String> arguments(String database) {
        return List.of(
                "--spring.datasource.url=" + url(database),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    Connection connect() throws SQLException {
        return connect("postgres");
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    void stop() throws IOException {
        running.close();
    }

    void startAgain() {
        running = start();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
