package org.konsil.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the work list. */
@Repository
class ItemRows {

    private static final Duration SHOWN_AS_TOO_LATE = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Clock clock;

    ItemRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<WorkItem> find(long taskKey) {
        return find("SELECT * FROM work_item i WHERE i.task_key = :task", taskKey);
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<WorkItem> lock(long taskKey) {
        return find("SELECT * FROM work_item i WHERE i.task_key = :task FOR UPDATE", taskKey);
    }

    /** The open work of a case, oldest first. */
    List<WorkItem> open(CaseId caseId) {
        var items = jdbc.sql("SELECT * FROM work_item WHERE case_id = :case AND state = 'OPEN' ORDER BY created_at")
                .param("case", caseId.value())
                .query((row, index) -> item(row, List.of()))
                .list();
        return withCandidates(items);
    }

    /** The open work that runs by a clock. */
    List<WorkItem> by(String clockId) {
        var items = jdbc.sql("SELECT * FROM work_item WHERE clock_id = :clock AND state = 'OPEN' ORDER BY created_at")
                .param("clock", clockId)
                .query((row, index) -> item(row, List.of()))
                .list();
        return withCandidates(items);
    }

    /** What the person filled in too late, in the last weeks. */
    List<WorkItem> tooLate(String userId) {
        return jdbc.sql(
                        "SELECT * FROM work_item WHERE state = 'SUPERSEDED' AND closed_by = :user AND closed_at > :since"
                                + " ORDER BY closed_at DESC LIMIT 20")
                .param("user", userId)
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(SHOWN_AS_TOO_LATE), ZoneOffset.UTC))
                .query((row, index) -> item(row, List.of()))
                .list();
    }

    /** Those of these keys that there are, in the order of the keys. */
    List<WorkItem> of(List<Long> taskKeys) {
        if (taskKeys.isEmpty()) {
            return List.of();
        }
        var found = jdbc.sql("SELECT * FROM work_item WHERE task_key IN (:keys)")
                .param("keys", taskKeys)
                .query((row, index) -> item(row, List.of()))
                .list();
        var places = new HashMap<Long, Integer>();
        taskKeys.forEach(key -> places.put(key, places.size()));
        return withCandidates(found).stream()
                .sorted(Comparator.comparingInt(item -> places.getOrDefault(item.taskKey(), 0)))
                .toList();
    }

    Set<Long> known(Collection<Long> taskKeys) {
        return taskKeys.isEmpty()
                ? Set.of()
                : jdbc.sql("SELECT task_key FROM work_item WHERE task_key IN (:keys)")
                        .param("keys", taskKeys)
                        .query(Long.class)
                        .set();
    }

    List<Long> openSince(Instant before) {
        return jdbc.sql("SELECT task_key FROM work_item WHERE state = 'OPEN' AND created_at < :before")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    private record Candidate(long taskKey, String name) {}

    private Optional<WorkItem> find(String sql, long taskKey) {
        var candidates = candidates(List.of(taskKey)).getOrDefault(taskKey, List.of());
        return jdbc.sql(sql)
                .param("task", taskKey)
                .query((row, index) -> item(row, candidates))
                .optional();
    }

    private List<WorkItem> withCandidates(List<WorkItem> items) {
        var candidates = candidates(items.stream().map(WorkItem::taskKey).toList());
        return items.stream()
                .map(it -> it.offeredTo(candidates.getOrDefault(it.taskKey(), List.of())))
                .toList();
    }

    private Map<Long, List<String>> candidates(List<Long> taskKeys) {
        return taskKeys.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "SELECT task_key, candidate FROM work_item_group WHERE task_key IN (:keys) ORDER BY candidate")
                        .param("keys", taskKeys)
                        .query((row, index) -> new Candidate(row.getLong(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Candidate::taskKey, Collectors.mapping(Candidate::name, Collectors.toList())));
    }

    private WorkItem item(ResultSet row, List<String> candidates) throws SQLException {
        var due = instant(row, "due");
        var own = row.getObject("own_priority", Integer.class);
        var network = row.getString("network");
        return new WorkItem(
                row.getLong("task_key"),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("process_id"),
                row.getString("element_id"),
                row.getString("form_id"),
                row.getObject("form_key", Long.class),
                row.getString("name"),
                Stage.valueOf(row.getString("stage")),
                network.isBlank() ? null : NetworkId.of(network),
                Country.of(row.getString("country")),
                Urgency.of(row.getString("urgency")),
                candidates,
                row.getString("assignee"),
                row.getBoolean("reserved"),
                own == null ? row.getInt("priority") : own,
                own,
                due,
                instant(row, "goal"),
                row.getBoolean("stopped") ? ClockState.STOPPED : ClockState.of(due, clock.instant()),
                row.getInt("version"),
                WorkItem.State.valueOf(row.getString("state")),
                row.getString("subject_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("closed_by"),
                row.getString("clock_id"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
