package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks into the database of a program that was killed many times: is everything there that was acknowledged, and nothing twice? */
final class Aftermath {

    /** What people read, and were refused, and how often, is their affair. */
    private static final String EFFECTS = "outcome = 'DONE' AND action NOT LIKE '%-read' AND action <> 'task-opened'";

    private final JdbcTemplate sql;
    private final JdbcTemplate searches;
    private final Ledger ledger;

    Aftermath(Connection connection, Connection searches, Ledger ledger) {
        this.sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.searches = new JdbcTemplate(new SingleConnectionDataSource(searches, true));
        this.ledger = ledger;
    }

    void verify(String undisturbed, List<String> cases) {
        everyRegistrationIsOneCase();
        everyAcknowledgedFormIsKeptOnce();
        everyClaimIsKeptOnce();
        nothingIsDoubled();
        nothingIsLeftToSend();
        everyProcessEnded();
        everyEntryIsChained();
        var marks = marks(undisturbed);
        assertThat(marks).containsKeys("case-registered", "case-closed");
        assertThat(cases)
                .allSatisfy(caseId -> assertThat(marks(caseId))
                        .as("the marks of " + caseId + " are those of a case that nothing happened to")
                        .isEqualTo(marks));
    }

    private void everyRegistrationIsOneCase() {
        assertThat(count("case_file")).isEqualTo(ledger.caseByKey.size());
        assertThat(sql.queryForList("SELECT case_id FROM registration_key", String.class))
                .as("the keys themselves are kept as keyed hashes only")
                .containsExactlyInAnyOrderElementsOf(ledger.caseByKey.values());
        assertThat(sql.queryForList("SELECT DISTINCT state FROM case_file", String.class))
                .containsExactly("CLOSED");
    }

    private void everyAcknowledgedFormIsKeptOnce() {
        var kept = tasks("SELECT case_id, task_key FROM submission WHERE task_key > 0");
        assertThat(kept).doesNotHaveDuplicates().containsAll(ledger.completed);
        assertThat(tasks("SELECT case_id, task_key FROM outbox WHERE kind = 'TASK'"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(tasks("SELECT case_id, task_key FROM work_item WHERE state = 'DONE'"))
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(entries("task-completed")).containsExactlyInAnyOrderElementsOf(kept);
    }

    private void everyClaimIsKeptOnce() {
        assertThat(entries("task-claimed")).doesNotHaveDuplicates().containsAll(ledger.claimed);
    }

    private void nothingIsDoubled() {
        assertThat(entries("task-created")).doesNotHaveDuplicates();
        for (var one : List.of(
                "case_id, element_id, subject_id, assignee FROM work_item",
                "case_id FROM panel",
                "case_id, expert FROM panel_invitation",
                "case_id FROM advice_outcome",
                "case_id, task_key FROM submission WHERE task_key <> 0",
                "case_id, name, correlation_key, task_key FROM outbox")) {
            var columns = one.substring(0, one.indexOf(" FROM"));
            assertThat(sql.queryForList("SELECT " + one + " GROUP BY " + columns + " HAVING count(*) > 1"))
                    .as("twice: " + one)
                    .isEmpty();
        }
    }

    private void nothingIsLeftToSend() {
        assertThat(sql.queryForList("SELECT * FROM outbox WHERE state <> 'SENT'"))
                .isEmpty();
    }

    private void everyProcessEnded() {
        assertThat(searches.queryForList("SELECT * FROM engine_process_instance WHERE state <> 'COMPLETED'"))
                .isEmpty();
        assertThat(searches.queryForList("SELECT * FROM engine_incident")).isEmpty();
    }

    private void everyEntryIsChained() {
        // what was written in the last moment is chained after the next start
        assertThat(count("audit_chain") + count("audit_pending")).isEqualTo(count("audit_event"));
    }

    /** How often each thing was done on a case, and where in the process. */
    private Map<String, Long> marks(String caseId) {
        return sql
                .query(
                        "SELECT action, element FROM audit_event WHERE case_id = ? AND " + EFFECTS,
                        (row, index) -> row.getString(1) + (row.getString(2) == null ? "" : "@" + row.getString(2)),
                        UUID.fromString(caseId))
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private List<Ledger.Task> entries(String action) {
        return sql.query(
                "SELECT case_id, object FROM audit_event WHERE outcome = 'DONE' AND action = ?",
                (row, index) -> new Ledger.Task(
                        row.getString(1), Long.parseLong(row.getString(2).substring("task:".length()))),
                action);
    }

    private List<Ledger.Task> tasks(String query) {
        return sql.query(query, (row, index) -> new Ledger.Task(row.getString(1), row.getLong(2)));
    }

    private int count(String table) {
        return Objects.requireNonNull(sql.queryForObject("SELECT count(*) FROM " + table, Integer.class));
    }
}
