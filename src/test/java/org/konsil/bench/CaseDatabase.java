package org.konsil.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the cases lie: H2 in a file as the product opens it, or a PostgreSQL whose commits wait for the disk. */
abstract class CaseDatabase implements AutoCloseable {

    abstract String url();

    abstract String user();

    /** What it holds on disk, everything written. */
    abstract long bytes() throws SQLException;

    /** The server's processes; none when the database is part of this one. */
    abstract Stream<ProcessHandle> processes();

    @Override
    public abstract void close() throws IOException;

    final Duration cpu() {
        return processes().map(Machine::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** Connections, to be closed by who asked. */
    final HikariDataSource pool() {
        return pool(url(), user());
    }

    static HikariDataSource pool(String url, String user) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(12);
        return new HikariDataSource(config);
    }

    static CaseDatabase h2(Path folder) {
        return new InFile(folder.resolve("cases"));
    }

    static CaseDatabase postgres(Path folder) throws IOException {
        return new Server(folder.resolve("postgres"));
    }

    private static final class InFile extends CaseDatabase {

        private static final Pattern OPTIONS = Pattern.compile("db/konsil(;[^}]*)}");

        private final Path file;

        InFile(Path file) {
            this.file = file;
        }

        @Override
        String url() {
            try (var settings = InFile.class.getResourceAsStream("/application.yaml")) {
                var options = OPTIONS.matcher(new String(settings.readAllBytes(), StandardCharsets.UTF_8));
                if (!options.find())
                    throw new IllegalStateException("The product's H2 options are not where they were");
                return "jdbc:h2:file:" + file.toAbsolutePath() + options.group(1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        String user() {
            return "sa";
        }

        @Override
        long bytes() throws SQLException {
            try (var pool = pool();
                    var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
            return Machine.bytes(Path.of(file + ".mv.db"));
        }

        @Override
        Stream<ProcessHandle> processes() {
            return Stream.empty();
        }

        @Override
        public void close() {}
    }

    private static final class Server extends CaseDatabase {

        private final Path folder;
        private @Nullable EmbeddedPostgres running;
        private final String url;

        Server(Path folder) throws IOException {
            this.folder = folder;
            running = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            url = running.getJdbcUrl("postgres", "postgres");
        }

        @Override
        String url() {
            return url;
        }

        @Override
        String user() {
            return "postgres";
        }

        @Override
        long bytes() throws SQLException {
            try (var pool = pool();
                    var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("checkpoint");
                try (var row = statement.executeQuery("select pg_database_size(current_database())")) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }

        @Override
        Stream<ProcessHandle> processes() {
            try {
                var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
                return ProcessHandle.of(Long.parseLong(pid.strip())).stream()
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (running != null) running.close();
        }
    }
}
