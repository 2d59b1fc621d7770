package org.konsil.worklist;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.konsil.vault.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each person has typed so far into a task's form, sealed and for its author alone, and who else has the form open. */
@Repository
class Drafts {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Outside of any transaction: the text typed outlives the refusal of its completion. Of two at once by one person, the last holds. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void keep(WorkItem item, String json, String userId) {
        var sealed = vault.seal(item.caseId(), Ownership.of(item), place(item, userId), json);
        if (type(item, sealed, userId) == 0) {
            see(item, userId);
            type(item, sealed, userId);
        }
    }

    /** The person has the form before them. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void see(WorkItem item, String userId) {
        if (look(item, userId) == 0) {
            try {
                jdbc.sql("INSERT INTO task_desk (task_key, user_id, seen_at) VALUES (?, ?, ?)")
                        .params(item.taskKey(), userId, utc(clock.instant()))
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                look(item, userId);
            }
        }
    }

    Optional<String> of(WorkItem item, String userId) {
        return jdbc.sql(
                        "SELECT sealed FROM task_desk WHERE task_key = :task AND user_id = :user AND sealed IS NOT NULL")
                .param("task", item.taskKey())
                .param("user", userId)
                .query((row, index) -> row.getBytes("sealed"))
                .optional()
                .map(kept -> vault.open(item.caseId(), Ownership.of(item), place(item, userId), kept))
                .or(() -> fromBefore(item, userId));
    }

    /** Who else had the form before them in the last minutes, by user id. */
    List<String> others(WorkItem item, String userId) {
        return jdbc.sql(
                        "SELECT user_id FROM task_desk WHERE task_key = ? AND user_id <> ? AND seen_at > ? ORDER BY user_id")
                .params(item.taskKey(), userId, utc(clock.instant().minus(Presence.PRESENT)))
                .query(String.class)
                .list();
    }

    private Optional<String> fromBefore(WorkItem item, String userId) {
        return jdbc.sql("SELECT draft FROM work_item WHERE task_key = :task AND draft_by = :user AND draft IS NOT NULL")
                .param("task", item.taskKey())
                .param("user", userId)
                .query((row, index) -> row.getBytes("draft"))
                .optional()
                .map(kept -> vault.open(item.caseId(), Ownership.of(item), "work_item.draft:" + item.taskKey(), kept));
    }

    private int look(WorkItem item, String userId) {
        return jdbc.sql("UPDATE task_desk SET seen_at = ? WHERE task_key = ? AND user_id = ?")
                .params(utc(clock.instant()), item.taskKey(), userId)
                .update();
    }

    private int type(WorkItem item, byte[] sealed, String userId) {
        return jdbc.sql("UPDATE task_desk SET sealed = :sealed, seen_at = :now, typed_at = :now"
                        + " WHERE task_key = :task AND user_id = :user")
                .param("sealed", sealed, Types.VARBINARY)
                .param("now", utc(clock.instant()))
                .param("task", item.taskKey())
                .param("user", userId)
                .update();
    }

    private static String place(WorkItem item, String userId) {
        return "task_desk.sealed:" + item.taskKey() + ":" + userId;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
