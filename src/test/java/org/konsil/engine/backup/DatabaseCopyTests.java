package org.konsil.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.engine.TestEngine;
import org.konsil.engine.state.VersionMark;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseCopyTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aCopyShowsAllTablesAsTheyWereAtItsMoment(String product) throws SQLException, IOException {
        var database = TestEngine.database(product);
        var sql = JdbcClient.create(database);
        sql.sql("create table one (id bigint generated always as identity primary key, said text, at timestamp(6) with"
                        + " time zone, raw bytea, other uuid, on_day date, yes boolean)")
                .update();
        sql.sql("create table two (id integer primary key)").update();
        sql.sql(
                        "insert into one (said, at, raw, other, on_day, yes) values ('before', timestamp with time zone"
                                + " '2026-01-02 03:04:05.678901+02:00', ?, '0189aa00-0000-7000-8000-000000000001', date '2026-02-03', true)")
                .param(new byte[] {1, 2, -1})
                .update();
        sql.sql("insert into one (said) values (null)").update();
        sql.sql("insert into one (said) values (?)")
                .param("a long story ".repeat(10_000))
                .update();

        var archive = folder.resolve("copy.zip");
        try (var copy = DatabaseCopy.of(database);
                var writer = new ArchiveWriter(archive)) {
            copy.fix();
            sql.sql("insert into one (said) values ('after')").update();
            sql.sql("update one set said = 'changed' where said = 'before'").update();
            sql.sql("update one set said = 'short' where said like 'a long%'").update();
            sql.sql("insert into two (id) values (1)").update();
            var described = copy.writeTo(writer, "it");
            writer.finish(entries -> new Manifest(
                    1, VersionMark.ours(), "2026-01-01T00:00:00Z", 1, 0, Map.of("it", described), entries));
        }

        try (var reader = ArchiveReader.open(archive)) {
            var one = new String(reader.open("databases/it/one.jsonl").readAllBytes(), StandardCharsets.UTF_8);
            assertThat(one.lines().skip(1))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("a long story ".repeat(10_000)))
                    .anyMatch(line -> line.contains("\"before\"")
                            && line.contains("05.678901")
                            && line.contains("AQL/")
                            && line.contains("0189aa00-0000-7000-8000-000000000001")
                            && line.contains("2026-02-03")
                            && line.contains("true"))
                    .anyMatch(line -> line.contains("null,null"));
            assertThat(one).doesNotContain("after").doesNotContain("changed").contains("\"counted\":\"id\"");
            var two = new String(reader.open("databases/it/two.jsonl").readAllBytes(), StandardCharsets.UTF_8);
            assertThat(two.lines()).hasSize(1);
        }
    }
}
