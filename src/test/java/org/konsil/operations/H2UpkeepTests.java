package org.konsil.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2UpkeepTests {

    private static final int ROWS = 4000;
    private static final int CHANGES = 600;

    @TempDir
    Path folder;

    private HikariDataSource pool;
    private H2Upkeep upkeep;

    @BeforeEach
    void fill() throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("cases") + ";WRITE_DELAY=0;RETENTION_TIME=0");
        config.setUsername("sa");
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        upkeep = new H2Upkeep(pool);
        run("create table row_ (id int primary key, told varchar(200))");
        run("insert into row_ select x, repeat('x', 200) from system_range(1, " + ROWS + ")");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whatManySmallChangesLeftInPiecesIsPutTogether() throws Exception {
        change();
        assertThat(fillRate()).as("of a hundred bytes, in use before").isLessThan(H2Upkeep.FILL_RATE);

        for (int round = 0; round < 5; round++) upkeep.compact();

        assertThat(fillRate()).as("and after").isGreaterThanOrEqualTo(H2Upkeep.FILL_RATE);
        assertThat(number("select count(*) from row_ where length(told) = 200")).isEqualTo(ROWS);
    }

    /** Each change is a commit of its own, in another place of the table. */
    private void change() throws SQLException {
        try (var connection = pool.getConnection();
                var change = connection.prepareStatement("update row_ set told = repeat('y', 200) where id = ?")) {
            for (int i = 0; i < CHANGES; i++) {
                change.setInt(1, 1 + i * 997 % ROWS);
                change.executeUpdate();
            }
        }
    }

    private long fillRate() throws SQLException {
        return number(
                "select setting_value from information_schema.settings where setting_name = 'info.CHUNKS_FILL_RATE'");
    }

    private long number(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
