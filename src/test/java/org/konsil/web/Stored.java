package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much people have put into the store, to see that what was refused left nothing behind; workers write elsewhere. */
record Stored(Map<String, Long> rows) {

    private static final List<String> TABLES =
            List.of("case_file", "patient_identity", "case_content", "submission", "attachment", "registration_key");

    static Stored now(JdbcClient jdbc) {
        var rows = new TreeMap<String, Long>();
        TABLES.forEach(table -> rows.put(
                table,
                jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single()));
        return new Stored(rows);
    }

    void isStillAll(JdbcClient jdbc) {
        assertThat(now(jdbc).rows()).isEqualTo(rows);
    }
}
