package org.konsil.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done with many tasks at once. */
@Repository
class BulkRows {

    /** Who did what when. */
    record Act(UUID id, String userId, Deed deed, Instant at, boolean isUndone) {}

    /**
     * What became of one task.
     *
     * @param version of the task after it
     * @param refusal the refusal's code; null where it was done
     */
    record Step(
            long taskKey,
            int version,
            @Nullable String before,
            @Nullable String after,
            @Nullable String refusal,
            @Nullable String argument,
            boolean undone) {

        /** It was done, and not taken back. */
        boolean isDone() {
            return refusal == null && !undone;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if it was begun before: the same form sent twice */
    boolean begin(UUID id, String userId, Deed deed) {
        try {
            jdbc.sql("INSERT INTO bulk_act (id, user_id, deed, at) VALUES (?, ?, ?, ?)")
                    .params(id, userId, deed.name(), now())
                    .update();
            return true;
        } catch (DuplicateKeyException twice) {
            return false;
        }
    }

    void add(UUID id, Step step) {
        jdbc.sql(
                        "INSERT INTO bulk_step (bulk_id, task_key, version, before_value, after_value, refusal, argument, undone)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)")
                .param(id)
                .param(step.taskKey())
                .param(step.version())
                .param(step.before())
                .param(step.after())
                .param(step.refusal())
                .param(step.argument())
                .update();
    }

    /** It is undone, or the reason why it cannot be. */
    void undo(UUID id, long taskKey, @Nullable String refusal) {
        jdbc.sql("UPDATE bulk_step SET undone = ?, refusal = ? WHERE bulk_id = ? AND task_key = ? AND undone = FALSE")
                .param(refusal == null)
                .param(refusal)
                .param(id)
                .param(taskKey)
                .update();
    }

    /** From now on it is taken back, task by task. */
    void undo(UUID id) {
        jdbc.sql("UPDATE bulk_act SET undone_at = ? WHERE id = ? AND undone_at IS NULL")
                .params(now(), id)
                .update();
    }

    boolean isDone(UUID id, long taskKey) {
        return steps(id).stream().anyMatch(step -> step.taskKey() == taskKey && step.isDone());
    }

    Optional<Act> find(UUID id, String userId) {
        return jdbc.sql("SELECT * FROM bulk_act WHERE id = ? AND user_id = ?")
                .params(id, userId)
                .query((row, number) -> new Act(
                        id,
                        row.getString("user_id"),
                        Deed.valueOf(row.getString("deed")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("undone_at") != null))
                .optional();
    }

    List<Step> steps(UUID id) {
        return jdbc.sql("SELECT * FROM bulk_step WHERE bulk_id = ? ORDER BY task_key")
                .param(id)
                .query((row, number) -> new Step(
                        row.getLong("task_key"),
                        row.getInt("version"),
                        row.getString("before_value"),
                        row.getString("after_value"),
                        row.getString("refusal"),
                        row.getString("argument"),
                        row.getBoolean("undone")))
                .list();
    }

    /** When somebody was last reminded of a task; null if never. */
    @Nullable
    Instant reminded(long taskKey) {
        return jdbc.sql("SELECT reminded_at FROM work_item WHERE task_key = ? AND reminded_at IS NOT NULL")
                .param(taskKey)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
