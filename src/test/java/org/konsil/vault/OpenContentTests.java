package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.konsil.process.Postgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which content was kept in the open is not changed before it is sealed; then the open columns go. */
class OpenContentTests {

    static Stream<Arguments> databases() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:open-content;DB_CLOSE_DELAY=-1");
        return Stream.of(Arguments.of("h2", h2), Arguments.of("postgresql", Postgres.fresh()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void theOpenColumnsAreDroppedOnceTheyAreEmpty(String vendor, DataSource database) {
        flyway(vendor, database, "90").migrate();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("INSERT INTO advice_answer (case_id, item, decision) VALUES (CAST(? AS UUID), 1, 'accepted')")
                .param("5f0c2a34-8f11-4c55-9b6d-000000000001")
                .update();

        var flyway = flyway(vendor, database, "latest");
        assertThatThrownBy(flyway::migrate).rootCause().hasMessageContaining("advice_answer.decision");
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("90");

        jdbc.sql("UPDATE advice_answer SET decision = NULL").update();
        assertThat(flyway.migrate().success).isTrue();
        assertThatThrownBy(() ->
                        jdbc.sql("SELECT decision FROM advice_answer").query().listOfRows())
                .hasMessageContaining("decision");
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    private static Flyway flyway(String vendor, DataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .outOfOrder(true)
                .target(target)
                .callbacks(new OpenContent())
                .load();
    }
}
