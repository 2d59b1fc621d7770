package org.konsil.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konsil.engine.TestEngine;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.springframework.jdbc.core.JdbcTemplate;

class StoreTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EmbeddedPostgres server;
    static HikariDataSource postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        postgres = new HikariDataSource();
        postgres.setDataSource(server.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        server.close();
    }

    static Stream<String> databases() {
        return Stream.of("H2", "PostgreSQL");
    }

    private static DataSource empty(String kind) {
        if (kind.equals("H2")) {
            return TestEngine.memory();
        }
        new JdbcTemplate(postgres).execute("drop schema public cascade; create schema public");
        return postgres;
    }

    private DurableEngine engine() {
        var engine = DurableEngine.open(CoreSettings.forTests(folder), (sentence, cause) -> {});
        engine.exported(() -> 0); // keep the whole log
        return engine;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everyRecordCountsOnceWhateverStopsInBetween(String kind) {
        var database = new Flaky(empty(kind));
        var other = TestEngine.memory();
        try (var engine = engine()) {
            var work = new Work(engine);
            work.deploy();
            try (var store = Store.open(database)) {
                for (int round = 0; round < 5; round++) {
                    store.follow(engine.records());
                    work.goThrough(4);
                    database.breakDown(round % 3 == 1);
                    work.goThrough(4);
                    store.stop();
                    database.breakDown(false);
                }
                store.follow(engine.records());
                catchUp(store, engine);
            }
        }
        try (var engine = engine();
                var again = Store.open(database);
                var atOnce = Store.open(other)) {
            again.follow(engine.records());
            atOnce.follow(engine.records());
            catchUp(again, engine);
            catchUp(atOnce, engine);
            assertThat(content(database)).isEqualTo(content(other));
            assertThat(count(database, "engine_process_instance where state = 'COMPLETED'"))
                    .isEqualTo(40);
            assertThat(count(database, "engine_incident where state = 'RESOLVED'"))
                    .isEqualTo(40);
            assertThat(count(database, "engine_element_instance where incidents <> 0"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theEngineGoesOnWhileTheDatabaseIsAway(String kind) {
        var database = new Flaky(empty(kind));
        try (var engine = engine();
                var store = Store.open(database)) {
            store.follow(engine.records());
            var work = new Work(engine);
            work.deploy();
            catchUp(store, engine);
            database.breakDown(true);
            work.goThrough(3);
            await().until(() -> !store.health().up());
            assertThat(store.position()).isLessThan(engine.lastCommittedPosition());
            database.breakDown(false);
            catchUp(store, engine);
            await().until(() -> store.health().up());
            assertThat(search(store, Subject.PROCESS_INSTANCES, "{}").page().totalItems())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tablesOfAnEarlierEngineAreEmptied(String kind) throws IOException {
        var database = empty(kind);
        try (var engine = engine();
                var store = Store.open(database)) {
            store.follow(engine.records());
            var work = new Work(engine);
            work.deploy();
            work.goThrough(2);
            catchUp(store, engine);
        }
        org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        try (var engine = engine();
                var store = Store.open(database)) {
            store.follow(engine.records());
            catchUp(store, engine);
            assertThat(count(database, "engine_process_instance")).isZero();
            var work = new Work(engine);
            work.deploy();
            work.goThrough(1);
            catchUp(store, engine);
            assertThat(count(database, "engine_process_instance")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tablesAndLogThatDoNotFitAreRefused(String kind) throws IOException {
        var small = new CoreSettings(folder, false, 1 << 14, 500, Duration.ofHours(1), Duration.ofMillis(20));
        try (var engine = DurableEngine.open(small);
                var store = Store.open(empty(kind))) {
            var work = new Work(engine);
            work.deploy();
            work.goThrough(10);
            engine.exported(engine::lastCommittedPosition);
            engine.snapshot();
            work.goThrough(1);
            engine.snapshot(); // the log is cut one snapshot late
            assertThatThrownBy(() -> store.follow(engine.records()))
                    .hasMessageContaining("no longer holds what comes next")
                    .hasMessageContaining("same backup");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everySubjectCanBeSearchedSortedAndPaged(String kind) {
        try (var engine = engine();
                var store = Store.open(empty(kind))) {
            store.follow(engine.records());
            var work = new Work(engine);
            work.deploy();
            work.goThrough(3);
            catchUp(store, engine);
            for (var subject : Subject.values()) {
                for (var field : subject.shape().sortFields()) {
                    walk(store, subject, field);
                }
            }
            var filter = "{\"filter\":{\"hasIncident\":false,\"state\":\"COMPLETED\",\"elementId\":\"do-work\","
                    + "\"variables\":[{\"name\":\"x\",\"value\":{\"$neq\":\"2\",\"$like\":\"*\"}}],\"hasRetriesLeft\":false,"
                    + "\"startDate\":{\"$gt\":\"2020-01-01T00:00:00Z\"},\"processDefinitionVersion\":{\"$gte\":1,\"$lt\":2},"
                    + "\"processDefinitionId\":{\"$in\":[\"work\",\"play\"],\"$notIn\":[\"rest\"],\"$exists\":true}}}";
            assertThat(search(store, Subject.PROCESS_INSTANCES, filter).page().totalItems())
                    .isEqualTo(3);
        }
    }

    /** Page by page, both ways round, the order must be the same as all at once. */
    private static void walk(Store store, Subject subject, String field) {
        for (var order : List.of("ASC", "DESC")) {
            var sort = "\"sort\":[{\"field\":\"" + field + "\",\"order\":\"" + order + "\"}]";
            var all = search(store, subject, "{" + sort + "}").items();
            var forth = new java.util.ArrayList<Map<String, Object>>();
            var page = search(store, subject, "{" + sort + ",\"page\":{\"limit\":2}}");
            while (!page.items().isEmpty()) {
                forth.addAll(page.items());
                page = search(
                        store,
                        subject,
                        "{" + sort + ",\"page\":{\"limit\":2,\"after\":\""
                                + page.page().endCursor() + "\"}}");
            }
            assertThat(forth).as("%s by %s %s", subject, field, order).isEqualTo(all);
            if (all.size() > 2) {
                var last = search(store, subject, "{" + sort + ",\"page\":{\"from\":" + (all.size() - 1) + "}}")
                        .page();
                var back =
                        search(store, subject, "{" + sort + ",\"page\":{\"before\":\"" + last.startCursor() + "\"}}");
                assertThat(back.items()).isEqualTo(all.subList(0, all.size() - 1));
            }
        }
    }

    private static Found search(Store store, Subject subject, String request) {
        try {
            JsonNode json = JSON.readTree(request);
            return store.searches().search(subject, json);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void catchUp(Store store, DurableEngine engine) {
        await().until(() -> store.position() >= engine.lastCommittedPosition());
    }

    private static long count(DataSource database, String what) {
        return new JdbcTemplate(database).queryForList("select 1 from " + what).size();
    }

    private static Map<String, List<String>> content(DataSource database) {
        var content = new TreeMap<String, List<String>>();
        for (var table : Table.values()) {
            content.put(
                    table.sqlName(),
                    new JdbcTemplate(database)
                            .query("select * from " + table.sqlName() + " order by 1, 2", (row, i) -> {
                                var line = new StringBuilder();
                                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                    line.append(read(row, column)).append('|');
                                }
                                return line.toString();
                            }));
        }
        return content;
    }

    private static Object read(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
                var at = row.getObject(column, OffsetDateTime.class);
                yield at == null ? "none" : at.toInstant();
            }
            case Types.BIT, Types.BOOLEAN -> row.getBoolean(column);
            default -> String.valueOf(row.getString(column));
        };
    }
}
