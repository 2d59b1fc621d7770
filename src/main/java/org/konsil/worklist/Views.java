package org.konsil.worklist;

import java.sql.Types;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the lists that people want to come back to: their own, and those that somebody shares with a group of theirs. */
@Repository
class Views {

    /** Of one person. */
    static final int MOST = 12;

    private static final int LONGEST = 1000;

    /** @param shared the group that sees it too; blank where it is the owner's alone. {@code name}: empty if nobody gave one */
    record Kept(UUID id, String owner, String shared, String name, Queue queue, QueueFilter filter) {

        boolean isOf(Person person) {
            return owner.equals(person.userId());
        }

        /** Of the same list, narrowed and ordered the same way. */
        boolean isOfSame(Kept other) {
            return queue == other.queue && filter.lasting().equals(other.filter.lasting());
        }
    }

    private final JdbcClient jdbc;
    private final ViewNames names;
    private final Clock clock;

    Views(JdbcClient jdbc, ViewNames names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
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
                        names.open(row.getObject("id", UUID.class), row.getBytes("name")),
                        Queue.valueOf(row.getString("list")),
                        QueueFilter.of(read(row.getString("said")))))
                .list();
    }

    /**
     * The same once more is once; with another name, it is called so from then on.
     *
     * @param name as somebody typed it; blank for none
     * @return which one it is
     * @throws ItemRefused if the person has too many, is not of that group, or sees a view of that name already
     */
    @Transactional
    public UUID keep(Queue queue, QueueFilter filter, String shared, String name, Person person) {
        requireOwnGroup(shared, person);
        var said = written(filter.lasting());
        if (said.length() > LONGEST) {
            throw ItemRefused.filter("task", said);
        }
        var own = of(person).stream().filter(view -> view.isOf(person)).toList();
        var same = own.stream()
                .filter(view -> view.queue() == queue
                        && view.shared().equals(shared)
                        && written(view.filter().lasting()).equals(said))
                .findFirst();
        if (same.isPresent()) {
            if (!name.isBlank()) {
                rename(same.get().id(), name, person);
            }
            return same.get().id();
        }
        if (own.size() >= MOST) {
            throw ItemRefused.tooManyViews(MOST);
        }
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO queue_view (id, owner, shared, list, said, created_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        person.userId(),
                        shared,
                        queue.name(),
                        said,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        rename(id, name, person);
        return id;
    }

    /**
     * Only whoever made it names it; a blank name takes the name away, and it is called by what it narrows to again.
     *
     * @throws ItemRefused if the person sees another of that name
     */
    @Transactional
    public void rename(UUID id, String typed, Person person) {
        var name = ViewNames.tidy(typed);
        if (!name.isEmpty()
                && of(person).stream()
                        .anyMatch(view -> !view.id().equals(id) && view.name().equalsIgnoreCase(name))) {
            throw ItemRefused.viewNameTaken(name);
        }
        try {
            jdbc.sql("UPDATE queue_view SET name = ?, name_hash = ? WHERE id = ? AND owner = ?")
                    .param(1, names.seal(id, name), Types.VARBINARY)
                    .param(2, names.hash(person.userId(), name), Types.VARCHAR)
                    .param(3, id)
                    .param(4, person.userId())
                    .update();
        } catch (DuplicateKeyException sameMoment) {
            throw ItemRefused.viewNameTaken(name);
        }
    }

    /**
     * Only whoever made it says who sees it; said twice is said once.
     *
     * @param shared a group of theirs; blank: they alone
     * @throws ItemRefused if the person is not of that group, or keeps the very same list for them already
     */
    @Transactional
    public void share(UUID id, String shared, Person person) {
        requireOwnGroup(shared, person);
        var own = of(person).stream().filter(view -> view.isOf(person)).toList();
        var changed = own.stream().filter(view -> view.id().equals(id)).findFirst();
        if (changed.isPresent()
                && own.stream()
                        .anyMatch(view -> !view.id().equals(id)
                                && view.shared().equals(shared)
                                && view.isOfSame(changed.get()))) {
            throw ItemRefused.viewKeptAlready();
        }
        jdbc.sql("UPDATE queue_view SET shared = ? WHERE id = ? AND owner = ?")
                .params(shared, id, person.userId())
                .update();
    }

    /** @throws ItemRefused (404) unless it is there, and the person's own */
    void requireOwn(UUID id, Person person) {
        if (of(person).stream().noneMatch(view -> view.id().equals(id) && view.isOf(person))) {
            throw ItemRefused.unknownView();
        }
    }

    private static void requireOwnGroup(String shared, Person person) {
        if (!shared.isBlank()
                && person.groups().stream().noneMatch(group -> group.toString().equals(shared))) {
            throw ItemRefused.filter("shared", shared);
        }
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
