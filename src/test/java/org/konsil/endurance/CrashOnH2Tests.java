package org.konsil.endurance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

class CrashOnH2Tests extends CrashTest {

    @Override
    List<String> database() {
        return List.of();
    }

    @Override
    Connection connect(Path home) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/konsil"), "sa", "");
    }
}
