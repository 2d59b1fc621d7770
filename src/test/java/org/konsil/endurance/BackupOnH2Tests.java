package org.konsil.endurance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

class BackupOnH2Tests extends BackupTest {

    @Override
    List<String> database() {
        return List.of();
    }

    @Override
    List<String> otherDatabase() {
        return List.of();
    }

    @Override
    Connection connect(Path home) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/konsil"), "sa", "");
    }

    @Override
    Path files(Path home) {
        return home.resolve("db");
    }

    @Override
    Connection connectToTheOther(Path home) throws SQLException {
        return connect(home);
    }
}
