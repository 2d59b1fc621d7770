package org.konsil.endurance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class CrashOnPostgresTests extends CrashTest {

    @TempDir
    static Path data;

    private StoppablePostgres postgres;

    @BeforeEach
    void startDatabase() {
        postgres = new StoppablePostgres(data.resolve("postgres"));
    }

    @AfterEach
    void stopDatabase() throws IOException {
        postgres.close();
    }

    @Override
    List<String> database() {
        return postgres.arguments();
    }

    @Override
    Connection connect(Path home) throws SQLException {
        return postgres.connect();
    }
}
