package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What people were told to be done up to a moment. A database of the program has to have all of it, and once. */
record Acknowledged(Map<String, String> caseByKey, List<Ledger.Task> completed) {

    static Acknowledged of(Ledger ledger) {
        return new Acknowledged(Map.copyOf(ledger.caseByKey), List.copyOf(ledger.completed));
    }

    List<String> cases() {
        return List.copyOf(caseByKey.values());
    }

    void assertKept(Connection connection) {
        var sql = sql(connection);
        assertThat(registrations(sql)).doesNotHaveDuplicates().containsAll(cases());
        assertThat(sql.query(
                        "SELECT case_id, task_key FROM submission WHERE task_key > 0",
                        (row, index) -> new Ledger.Task(row.getString(1), row.getLong(2))))
                .doesNotHaveDuplicates()
                .containsAll(completed);
    }

    void assertNothingElseWasRegistered(Connection connection) {
        var sql = sql(connection);
        assertThat(registrations(sql)).hasSameSizeAs(caseByKey.entrySet());
        assertThat(sql.queryForList("SELECT id FROM case_file", String.class))
                .containsExactlyInAnyOrderElementsOf(cases());
    }

    /** The cases that have a request's key; the keys themselves are kept as keyed hashes only. */
    private static List<String> registrations(JdbcTemplate sql) {
        return sql.queryForList("SELECT case_id FROM registration_key", String.class);
    }

    private static JdbcTemplate sql(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }
}
