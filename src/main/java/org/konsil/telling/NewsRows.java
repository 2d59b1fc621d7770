package org.konsil.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what people were told. Of a case that somebody may no longer know of, nothing is shown or counted any more. */
@Repository
class NewsRows {

    private static final String MAY_KNOW = " AND EXISTS (SELECT 1 FROM case_grant g WHERE g.case_id = n.case_id"
            + " AND g.holder IN (:names) AND g.granted_at <= :now AND (g.ends_at IS NULL OR g.ends_at > :now))";

    private final JdbcClient jdbc;
    private final JdbcOperations connections;
    private final Clock clock;

    NewsRows(JdbcClient jdbc, JdbcOperations connections, Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.clock = clock;
    }

    /** The same told once more is new once more. */
    void put(String person, Kind kind, CaseId caseId, @Nullable Long taskKey, String about, @Nullable Instant mailAt) {
        var values = new HashMap<String, Object>();
        values.put("person", person);
        values.put("kind", kind.name());
        values.put("case", caseId.value());
        values.put("task", taskKey);
        values.put("about", about);
        values.put("mailAt", time(mailAt));
        values.put("now", time(clock.instant()));
        if (!again(values) && !first(values)) {
            again(values);
        }
    }

    private boolean again(Map<String, Object> values) {
        return jdbc.sql("""
            UPDATE news SET at = :now, read_at = NULL, mail_at = :mailAt, mail_id = NULL
            WHERE person = :person AND kind = :kind AND case_id = :case AND about = :about
            """).params(values).update() > 0;
    }

    /** False if somebody else told the same at the same moment; the transaction, which a failed statement would end on PostgreSQL, goes on. */
    private boolean first(Map<String, Object> values) {
        return Boolean.TRUE.equals(connections.execute((ConnectionCallback<Boolean>) connection -> {
            var before = connection.setSavepoint();
            try {
                jdbc.sql("""
                    INSERT INTO news (person, kind, case_id, task_key, about, at, mail_at)
                    VALUES (:person, :kind, :case, :task, :about, :now, :mailAt)
                    """).params(values).update();
                connection.releaseSavepoint(before);
                return true;
            } catch (DuplicateKeyException sameMoment) {
                connection.rollback(before);
                return false;
            }
        }));
    }

    /** Newest first. */
    List<NewsItem> of(String person, Set<String> names, boolean unreadOnly, int most) {
        return mine(
                        "SELECT n.* FROM news n WHERE n.person = :person" + (unreadOnly ? " AND n.read_at IS NULL" : "")
                                + MAY_KNOW + " ORDER BY n.at DESC, n.id DESC LIMIT " + most,
                        person,
                        names)
                .query(NewsRows::item)
                .list();
    }

    /** How many are unread; no more than this are counted. */
    long unread(String person, Set<String> names, int most) {
        var unread = "SELECT 1 AS one FROM news n WHERE n.person = :person AND n.read_at IS NULL" + MAY_KNOW + " LIMIT "
                + most;
        return mine("SELECT count(*) FROM (" + unread + ") u", person, names)
                .query(Long.class)
                .single();
    }

    Optional<NewsItem> find(long id, String person) {
        return jdbc.sql("SELECT n.* FROM news n WHERE n.id = ? AND n.person = ?")
                .params(id, person)
                .query(NewsRows::item)
                .optional();
    }

    void read(long id, String person) {
        jdbc.sql("UPDATE news SET read_at = ? WHERE id = ? AND person = ? AND read_at IS NULL")
                .params(time(clock.instant()), id, person)
                .update();
    }

    /** @param until the newest that the reader has seen; what came since stays new */
    void readAll(String person, long until) {
        jdbc.sql("UPDATE news SET read_at = ? WHERE person = ? AND id <= ? AND read_at IS NULL")
                .params(time(clock.instant()), person, until)
                .update();
    }

    /** Nobody needs to hear of it any more. */
    void over(long taskKey, Collection<Kind> kinds) {
        jdbc.sql("UPDATE news SET read_at = :now WHERE task_key = :task AND kind IN (:kinds) AND read_at IS NULL")
                .param("now", time(clock.instant()))
                .param("task", taskKey)
                .param("kinds", kinds.stream().map(Kind::name).toList())
                .update();
    }

    /** What these people were told since then. */
    List<Ring> since(Collection<String> people, Instant since) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT person, id, at FROM news WHERE person IN (:people) AND at > :since")
                        .param("people", people)
                        .param("since", time(since))
                        .query((row, number) -> new Ring(
                                row.getString("person"),
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                        .list();
    }

    /** Somebody was told something; the same told once more is another. */
    record Ring(String person, long id, Instant at) {}

    /** What goes into mail now, for whom. */
    List<String> peopleToWriteTo(int most) {
        return jdbc.sql("SELECT DISTINCT person FROM news WHERE mail_at <= ? AND mail_id IS NULL AND read_at IS NULL"
                        + " ORDER BY person LIMIT " + most)
                .param(time(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Locks what goes into this person's mail now; what another node is just writing is left to it. */
    List<Long> toWrite(String person) {
        return jdbc.sql("SELECT id FROM news WHERE person = ? AND mail_at <= ? AND mail_id IS NULL AND read_at IS NULL"
                        + " ORDER BY id FOR UPDATE SKIP LOCKED")
                .params(person, time(clock.instant()))
                .query(Long.class)
                .list();
    }

    void write(Collection<Long> ids, UUID mailId) {
        jdbc.sql("UPDATE news SET mail_id = :mail WHERE id IN (:ids)")
                .param("mail", mailId)
                .param("ids", ids)
                .update();
    }

    void writeNone(Collection<Long> ids) {
        jdbc.sql("UPDATE news SET mail_at = NULL WHERE id IN (:ids)")
                .param("ids", ids)
                .update();
    }

    List<NewsItem> in(UUID mailId) {
        return jdbc.sql("SELECT n.* FROM news n WHERE n.mail_id = ? ORDER BY n.at, n.id")
                .param(mailId)
                .query(NewsRows::item)
                .list();
    }

    int forget(Instant before) {
        return jdbc.sql("DELETE FROM news WHERE at < ?").param(time(before)).update();
    }

    private JdbcClient.StatementSpec mine(String sql, String person, Set<String> names) {
        return jdbc.sql(sql)
                .param("person", person)
                .param("names", names.isEmpty() ? Set.of("") : names)
                .param("now", time(clock.instant()));
    }

    private static NewsItem item(ResultSet row, int number) throws SQLException {
        var read = row.getObject("read_at", OffsetDateTime.class);
        return new NewsItem(
                row.getLong("id"),
                row.getString("person"),
                Kind.valueOf(row.getString("kind")),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("task_key", Long.class),
                row.getString("about"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
