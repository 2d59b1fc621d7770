package org.konsil.endurance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class BackupOnPostgresTests extends BackupTest {

    @TempDir
    static Path data;

    private StoppablePostgres postgres;

    @BeforeEach
    void startDatabases() throws SQLException {
        postgres = new StoppablePostgres(data.resolve("postgres"));
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE other");
        }
    }

    @AfterEach
    void stopDatabases() throws IOException {
        postgres.close();
    }

    @Override
    List<String> database() {
        return postgres.arguments();
    }

    @Override
    List<String> otherDatabase() {
        return postgres.arguments("other");
    }

    @Override
    Connection connect(Path home) throws SQLException {
        return postgres.connect();
    }

    @Override
    Path files(Path home) {
        return data;
    }

    @Override
    Connection connectToTheOther(Path home) throws SQLException {
        return postgres.connect("other");
    }
}
