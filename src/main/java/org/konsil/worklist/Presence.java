package org.konsil.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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
        var now = clock.instant();
        // another node's clock may be ahead
        return seen(tasks, now.minus(PRESENT), now.plus(PRESENT));
    }

    /** Their page is open still; whoever never had the form, or whose task is over, is not there by this. */
    public void stay(Collection<AtDesk> people) {
        var now = clock.instant();
        var tasks = people.stream().map(AtDesk::taskKey).collect(Collectors.toSet());
        var silent = seen(tasks, now.minus(PRESENT), now.minus(SIGN));
        people.stream()
                .filter(silent::contains)
                .forEach(one -> jdbc.sql("UPDATE task_desk SET seen_at = ? WHERE task_key = ? AND user_id = ?")
                        .params(utc(now), one.taskKey(), one.person())
                        .update());
    }

    /** Who gave the last sign between these moments. */
    private Set<AtDesk> seen(Collection<Long> tasks, Instant after, Instant until) {
        return tasks.isEmpty()
                ? Set.of()
                : jdbc.sql("SELECT task_key, user_id FROM task_desk"
                                + " WHERE task_key IN (:tasks) AND seen_at > :after AND seen_at <= :until")
                        .param("tasks", tasks)
                        .param("after", utc(after))
                        .param("until", utc(until))
                        .query((row, number) -> new AtDesk(row.getLong("task_key"), row.getString("user_id")))
                        .set();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
