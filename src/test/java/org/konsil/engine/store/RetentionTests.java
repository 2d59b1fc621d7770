package org.konsil.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.engine.TestEngine;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionTests {

    @TempDir
    Path folder;

    /** Instances in all states with everything that hangs on them, as the engine itself makes them. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatEndedLongAgoIsForgottenWithAllThatHangsOnItAndWhatIsActiveStays(String product) throws SQLException {
        var database = TestEngine.database(product);
        var sql = JdbcClient.create(database);
        try (var engine = DurableEngine.open(CoreSettings.forTests(folder), (sentence, cause) -> {});
                var store = Store.open(database)) {
            var work = new Work(engine);
            work.deploy();
            store.follow(engine.records());
            work.goThrough(3);
            engine.settle(Duration.ofSeconds(5));
            store.catchUp(engine.lastCommittedPosition(), Duration.ofSeconds(5));
        }
        sql.sql("update engine_process_instance set end_date = null, state = 'ACTIVE' where process_instance_key ="
                        + " (select min(process_instance_key) from engine_process_instance)")
                .update();
        var ended = count(sql, "engine_process_instance where end_date is not null");
        var active = count(sql, "engine_process_instance where end_date is null");
        assertThat(ended).isPositive();

        assertThat(Retention.forgetSome(database, Instant.now().minus(Duration.ofHours(1))))
                .isFalse();
        assertThat(count(sql, "engine_process_instance")).isEqualTo(ended + active);

        var called = oneOf(sql);
        sql.sql("update engine_process_instance set parent_process_instance_key = ? where process_instance_key = ?")
                .params(active(sql), called)
                .update();
        Retention.forgetSome(database, Instant.now().plus(Duration.ofHours(1)));

        assertThat(count(sql, "engine_process_instance where end_date is not null"))
                .as("only the one that an active one called")
                .isOne();
        assertThat(count(sql, "engine_process_instance where end_date is null")).isEqualTo(active);
        for (var table : List.of(
                "element_instance", "variable", "job", "user_task", "incident", "sequence_flow", "decision_instance"))
            assertThat(
                            count(
                                    sql,
                                    "engine_" + table
                                            + " t where t.process_instance_key > 0 and not exists (select 1 from engine_process_instance p where p.process_instance_key = t.process_instance_key)"))
                    .as(table)
                    .isZero();
        assertThat(
                        count(
                                sql,
                                "engine_decision_input i where not exists (select 1 from engine_decision_instance d where d.decision_evaluation_instance_key = i.decision_evaluation_instance_key)"))
                .isZero();
        assertThat(
                        count(
                                sql,
                                "engine_user_task_group g where not exists (select 1 from engine_user_task t where t.user_task_key = g.user_task_key)"))
                .isZero();
        assertThat(count(sql, "engine_process_definition")).isPositive();
    }

    private static long oneOf(JdbcClient sql) {
        return sql.sql("select max(process_instance_key) from engine_process_instance where end_date is not null")
                .query(Long.class)
                .single();
    }

    private static long active(JdbcClient sql) {
        return sql.sql("select process_instance_key from engine_process_instance where end_date is null")
                .query(Long.class)
                .single();
    }

    private static long count(JdbcClient sql, String what) {
        return sql.sql("select count(*) from " + what).query(Long.class).single();
    }
}
