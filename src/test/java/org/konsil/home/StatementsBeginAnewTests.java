package org.konsil.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.store.OwnDatabase;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

class StatementsBeginAnewTests {

    @TempDir
    Path folder;

    @Test
    void whatWasDeletedIsNotFoundAgainInTheCases() throws SQLException {
        try (var connection = DriverManager.getConnection(url("jdbc:h2:mem:"), "sa", "")) {
            assertThat(foundAfterAllWasDeleted(connection)).isEmpty();
        }
    }

    @Test
    void norInTheEnginesSearches() throws SQLException {
        try (var own = OwnDatabase.in(folder);
                var connection = own.connections().getConnection()) {
            assertThat(foundAfterAllWasDeleted(connection)).isEmpty();
        }
    }

    @Test
    void whoSetsItKnowsWhatHeDoes() {
        assertThat(url("jdbc:h2:mem:x;query_cache_size=3")).isEqualTo("jdbc:h2:mem:x;query_cache_size=3");
        assertThat(url("jdbc:postgresql://host/konsil")).isEqualTo("jdbc:postgresql://host/konsil");
    }

    private static String url(String configured) {
        var properties = new DataSourceProperties();
        properties.setUrl(configured);
        new StatementsBeginAnew().postProcessAfterInitialization(properties, "dataSourceProperties");
        return properties.getUrl();
    }

    /** A list of holders, one of whom has several rows, and a statement that stops at the first. */
    private static List<Integer> foundAfterAllWasDeleted(Connection connection) throws SQLException {
        run(connection, "create table grants_ (id int primary key, holder varchar(20), number int)");
        run(connection, "create index grants_of on grants_ (holder, number)");
        for (int i = 0; i < 5; i++) run(connection, "insert into grants_ values (" + i + ", 'lead', " + i + ")");
        assertThat(found(connection)).containsExactly(0);
        run(connection, "delete from grants_");
        return found(connection);
    }

    private static List<Integer> found(Connection connection) throws SQLException {
        var sql = "select number from grants_ where holder in (?, ?) fetch first row only";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, "lead");
            query.setString(2, "guest");
            var found = new ArrayList<Integer>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) found.add(rows.getInt(1));
            }
            return found;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
