package org.konsil.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies around a task when it is over: notes go, drafts of whoever did it go; what others had typed is left to them for a month. */
@Repository
class Leftovers {

    private static final Duration LEFT_TO_AUTHORS = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Leftovers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by who did it, or null */
    void tidy(long taskKey, @Nullable String by) {
        jdbc.sql("DELETE FROM task_note WHERE task_key = ?").param(taskKey).update();
        jdbc.sql("DELETE FROM task_desk WHERE task_key = ? AND (sealed IS NULL OR user_id = ?)")
                .params(taskKey, by == null ? "" : by)
                .update();
        jdbc.sql("DELETE FROM task_desk WHERE typed_at < ? AND EXISTS (SELECT 1 FROM work_item w"
                        + " WHERE w.task_key = task_desk.task_key AND w.state <> 'OPEN')")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(LEFT_TO_AUTHORS), ZoneOffset.UTC))
                .update();
    }

    /** It was given to others: nothing that was typed or noted for it goes on to them. */
    void clear(long taskKey) {
        jdbc.sql("DELETE FROM task_note WHERE task_key = ?").param(taskKey).update();
        jdbc.sql("DELETE FROM task_desk WHERE task_key = ?").param(taskKey).update();
    }
}
