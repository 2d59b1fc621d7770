package org.konsil.terminology;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which files were loaded, so that the same content is not loaded twice. */
@Repository
class SourceFiles {

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isLoaded(String name, String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM terminology_source WHERE name = ? AND sha256 = ?")
                        .params(name, sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Forgets what was laid over the terms of a system, so that it is laid over the new ones again. */
    void forgetLayers(String system) {
        jdbc.sql("DELETE FROM terminology_source WHERE name LIKE ?")
                .param(system + ":%")
                .update();
    }

    /** Changes whenever something was loaded. */
    String stamp() {
        return jdbc.sql("SELECT name, sha256 FROM terminology_source ORDER BY name")
                .query((row, number) -> row.getString("name") + row.getString("sha256"))
                .list()
                .toString();
    }

    /** Of the file from which the terms of a system were loaded; empty where none was. */
    Optional<String> sha256(String system) {
        return jdbc.sql("SELECT sha256 FROM terminology_source WHERE name = ?")
                .param(system)
                .query(String.class)
                .optional();
    }

    void loaded(String name, String sha256, int terms) {
        jdbc.sql("DELETE FROM terminology_source WHERE name = ?").param(name).update();
        jdbc.sql("INSERT INTO terminology_source (name, sha256, terms, loaded_at) VALUES (:name, :sha, :terms, :at)")
                .params(Map.of(
                        "name",
                        name,
                        "sha",
                        sha256,
                        "terms",
                        terms,
                        "at",
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
    }
}
