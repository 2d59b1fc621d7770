package org.konsil.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who has which task's form before them, whichever node shows it to them. */
@Service
public class Presence {

    /** After so long without a sign, nobody is taken to be there any more. */
    static final Duration PRESENT = Duration.ofMinutes(10);

    /** So often a page that lies open is a sign of its reader. */
    private static final Duration SIGN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody before a task's form. {@code person}: a user id. */
    public record AtDesk(long taskKey, String person) {}

    /** All who were there in the last minutes. */
    public Set<AtDesk> at(Collection<Long> tasks) {
        return tasks.isEmpty()
                ? Set.of()
                : jdbc.sql("SELECT task_key, user_id FROM task_desk WHERE task_key IN (:tasks) AND seen_at > :since")
                        .param("tasks", tasks)
                        .param("since", utc(clock.instant().minus(PRESENT)))
                        .query((row, number) -> new AtDesk(row.getLong("task_key"), row.getString("user_id")))
                        .set();
    }

    /** Their page is open still; whoever never had the form, or whose task is over, is not there by this. */
    public void stay(Collection<AtDesk> people) {
        var now = clock.instant();
        for (var one : people) {
            jdbc.sql("UPDATE task_desk SET seen_at = ? WHERE task_key = ? AND user_id = ? AND seen_at > ? AND seen_at < ?")
                    .params(utc(now), one.taskKey(), one.person(), utc(now.minus(PRESENT)), utc(now.minus(SIGN)))
                    .update();
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
