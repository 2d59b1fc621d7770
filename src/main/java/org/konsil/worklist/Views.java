package org.konsil.worklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konsil.access.Person;
import org.konsil.kernel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the lists that people want to come back to: their own, and those that somebody shares with a group of theirs. */
@Repository
class Views {

    /** Of one person. */
    static final int MOST = 12;

    private static final int LONGEST = 1000;

    /** @param shared the group that sees it too; blank where it is the owner's alone */
    record Kept(UUID id, String owner, String shared, Queue queue, QueueFilter filter) {

        boolean isOf(Person person) {
            return owner.equals(person.userId());
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Views(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person's own first, then those of their groups. */
    List<Kept> of(Person person) {
        var groups = new ArrayList<>(
                person.groups().stream().map(Group::toString).sorted().toList());
        groups.add("-");
        return jdbc.sql(
                        "SELECT * FROM queue_view WHERE owner = :user OR shared IN (:groups)"
                                + " ORDER BY CASE WHEN owner = :user THEN 0 ELSE 1 END, created_at, id FETCH FIRST 24 ROWS ONLY")
                .param("user", person.userId())
                .param("groups", groups)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        row.getString("shared"),
                        Queue.valueOf(row.getString("list")),
                        QueueFilter.of(read(row.getString("said")))))
                .list();
    }

    /** The same once more is once. @throws ItemRefused if the person has too many, or is not of that group */
    @Transactional
    public void keep(Queue queue, QueueFilter filter, String shared, Person person) {
        if (!shared.isBlank()
                && person.groups().stream().noneMatch(group -> group.toString().equals(shared))) {
            throw ItemRefused.filter("shared", shared);
        }
        var said = written(filter.lasting());
        if (said.length() > LONGEST) {
            throw ItemRefused.filter("task", said);
        }
        var own = of(person).stream().filter(view -> view.isOf(person)).toList();
        if (own.stream()
                .anyMatch(view -> view.queue() == queue
                        && view.shared().equals(shared)
                        && written(view.filter().lasting()).equals(said))) {
            return;
        }
        if (own.size() >= MOST) {
            throw ItemRefused.tooManyViews(MOST);
        }
        jdbc.sql("INSERT INTO queue_view (id, owner, shared, list, said, created_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        person.userId(),
                        shared,
                        queue.name(),
                        said,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Only whoever made it takes it away; what is not there is gone already. */
    void forget(UUID id, Person person) {
        jdbc.sql("DELETE FROM queue_view WHERE id = ? AND owner = ?")
                .params(id, person.userId())
                .update();
    }

    private static String written(Map<String, String> said) {
        var parts = new ArrayList<String>();
        said.forEach((name, value) -> parts.add(name + "=" + value.replace("&", "")));
        return String.join("&", parts);
    }

    private static Map<String, String> read(String written) {
        var said = new LinkedHashMap<String, String>();
        for (var part : written.split("&", -1)) {
            var at = part.indexOf('=');
            if (at > 0) {
                said.put(part.substring(0, at), part.substring(at + 1));
            }
        }
        return said;
    }
}
