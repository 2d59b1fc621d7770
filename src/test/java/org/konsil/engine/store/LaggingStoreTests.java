package org.konsil.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.TestEngine;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.konsil.engine.core.EngineBusy;
import org.konsil.engine.core.Health;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that is away for long: the engine goes on within its bounds, then refuses, then everything is there once. */
class LaggingStoreTests {

    private static final long LONGEST_LAG = 1 << 16;

    @TempDir
    Path folder;

    @Test
    void newWorkIsRefusedPolitelyAndEverythingCountsOnceInTheEnd() {
        var database = new Flaky(TestEngine.memory());
        var atOnce = TestEngine.memory();
        var settings = CoreSettings.forTests(folder).bounded(LONGEST_LAG, 0);
        try (var engine = DurableEngine.open(settings, (sentence, cause) -> {});
                var store = Store.open(database)) {
            engine.exported(() -> 0); // the whole log is kept, to be read once more below
            engine.followed(store::position);
            store.follow(engine.records());
            var work = new Work(engine);
            work.deploy();
            work.goThrough(3);
            database.breakDown(true);
            assertThatThrownBy(() -> work.goThrough(10_000))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(EngineBusy.class)
                    .hasMessageContaining("The database of the searches lacks")
                    .hasMessageContaining("Look after the database");
            assertThat(engine.health().up()).isFalse();
            assertThat(engine.health().reason()).contains("no new work is begun until it has caught up");
            assertThat(engine.lastCommittedPosition()).isGreaterThan(store.position());

            database.breakDown(false);
            await().atMost(Duration.ofSeconds(30)).until(() -> engine.health().equals(Health.fine()));
            work.goThrough(2);
            await().atMost(Duration.ofSeconds(30)).until(() -> store.position() == engine.lastCommittedPosition());
            try (var fresh = Store.open(atOnce)) {
                fresh.follow(engine.records());
                await().atMost(Duration.ofSeconds(30)).until(() -> fresh.position() == store.position());
                assertThat(instances(database)).hasSizeGreaterThanOrEqualTo(5).isEqualTo(instances(atOnce));
                assertThat(elements(database)).isEqualTo(elements(atOnce));
            }
        }
    }

    private static List<Map<String, Object>> instances(DataSource database) {
        return new JdbcTemplate(database).queryForList("select * from engine_process_instance order by 1");
    }

    private static List<Map<String, Object>> elements(DataSource database) {
        return new JdbcTemplate(database).queryForList("select * from engine_element_instance order by 1");
    }
}
