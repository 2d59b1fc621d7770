package org.konsil.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of mail. A row is leased while it is on its way, so no lock is held meanwhile. */
@Repository
class MailRows {

    /** Longer than any attempt takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    MailRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    void write(UUID id, String person) {
        jdbc.sql("INSERT INTO mail (id, person, state, attempts, written_at, due_at) VALUES (?, ?, 'WAITING', 0, ?, ?)")
                .params(id, person, now(), now())
                .update();
    }

    /** A calendar entry, in the caller's transaction. */
    void write(UUID id, String person, Mail.Session session) {
        write(id, person);
        jdbc.sql("UPDATE mail SET meeting_id = ?, meeting_sequence = ?, meeting_method = ? WHERE id = ?")
                .params(session.meeting(), session.sequence(), session.method().name(), id)
                .update();
    }

    /** What was written about a session, the oldest first. Held until the transaction ends: none of it is sent meanwhile. */
    List<Mail> about(UUID meeting) {
        return jdbc.sql("SELECT * FROM mail WHERE meeting_id = ? ORDER BY written_at, meeting_sequence FOR UPDATE")
                .param(meeting)
                .query(MailRows::mail)
                .list();
    }

    @Transactional
    public List<Mail> take(int most) {
        var taken = jdbc.sql("""
            SELECT * FROM mail WHERE state = 'WAITING' AND due_at <= :now AND (leased_until IS NULL OR leased_until < :now)
            ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
                .param("now", now())
                .param("most", most)
                .query(MailRows::mail)
                .list();
        if (!taken.isEmpty()) {
            jdbc.sql("UPDATE mail SET attempts = attempts + 1, leased_until = :until WHERE id IN (:ids)")
                    .param("until", now().plus(LEASE))
                    .param("ids", taken.stream().map(Mail::id).toList())
                    .update();
        }
        return taken;
    }

    @Transactional
    public void end(UUID id, Mail.State state, @Nullable String reason) {
        jdbc.sql("UPDATE mail SET state = ?, reason = ?, ended_at = ?, leased_until = NULL WHERE id = ?")
                .params(state.name(), reason, now(), id)
                .update();
    }

    @Transactional
    public void later(UUID id, Duration pause, String reason) {
        jdbc.sql("UPDATE mail SET reason = ?, due_at = ?, leased_until = NULL WHERE id = ? AND state = 'WAITING'")
                .params(reason, now().plus(pause), id)
                .update();
    }

    /** What was given up is tried once more. @return whether there was such a mail */
    boolean again(UUID id) {
        return jdbc.sql(
                                "UPDATE mail SET state = 'WAITING', attempts = 0, due_at = ?, ended_at = NULL, leased_until = NULL"
                                        + " WHERE id = ? AND state IN ('BOUNCED', 'FAILED')")
                        .params(now(), id)
                        .update()
                > 0;
    }

    /** A server has told, after it had taken the mail, that it cannot be delivered. @return whether we had sent such a mail */
    @Transactional
    public boolean cameBack(UUID id, String reason) {
        return jdbc.sql("UPDATE mail SET state = 'BOUNCED', reason = ?, ended_at = ? WHERE id = ? AND state = 'SENT'")
                        .params(reason, now(), id)
                        .update()
                > 0;
    }

    /** What did not arrive, and what is on its way after a first attempt; the newest first. */
    List<Mail> troubled() {
        return jdbc.sql(
                        "SELECT * FROM mail WHERE state IN ('BOUNCED', 'FAILED') OR (state = 'WAITING' AND reason IS NOT NULL)"
                                + " ORDER BY written_at DESC, id LIMIT 200")
                .query(MailRows::mail)
                .list();
    }

    /** What came back or was given up of these people's mail, and after which nothing was sent; the newest first. */
    List<Mail> undelivered(Collection<String> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT m.* FROM mail m WHERE m.person IN (:people) AND m.state IN ('BOUNCED', 'FAILED')"
                                + " AND NOT EXISTS (SELECT 1 FROM mail s WHERE s.person = m.person AND s.state = 'SENT'"
                                + " AND s.written_at > m.written_at) ORDER BY m.written_at DESC, m.id")
                        .param("people", people)
                        .query(MailRows::mail)
                        .list();
    }

    /** What came back or was given up of the mail about a session, and after which nothing about it was sent; the newest first. */
    List<Mail> undelivered(UUID meeting) {
        return jdbc.sql("SELECT m.* FROM mail m WHERE m.meeting_id = ? AND m.state IN ('BOUNCED', 'FAILED')"
                        + " AND NOT EXISTS (SELECT 1 FROM mail s WHERE s.meeting_id = m.meeting_id AND s.person = m.person"
                        + " AND s.state = 'SENT' AND s.written_at > m.written_at) ORDER BY m.written_at DESC, m.id")
                .param(meeting)
                .query(MailRows::mail)
                .list();
    }

    /** @param needed sessions of which it has to be known still who was invited */
    int forget(Instant before, Collection<UUID> needed) {
        var old = "DELETE FROM mail WHERE state <> 'WAITING' AND written_at < :before";
        var deletion = needed.isEmpty()
                ? jdbc.sql(old)
                : jdbc.sql(old + " AND (meeting_id IS NULL OR meeting_id NOT IN (:needed))")
                        .param("needed", needed);
        return deletion.param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        var meeting = row.getObject("meeting_id", UUID.class);
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("person"),
                Mail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                meeting == null
                        ? null
                        : new Mail.Session(
                                meeting,
                                row.getInt("meeting_sequence"),
                                Mail.Method.valueOf(row.getString("meeting_method"))));
    }
}
