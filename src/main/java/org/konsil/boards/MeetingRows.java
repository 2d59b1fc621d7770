package org.konsil.boards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions and the moments that are asked for, in their tables. */
@Repository
class MeetingRows {

    private static final int MOST = 100;

    private static final int OUT_OF_THE_WAY = 1000;

    /** A session, and for which moment it was planned first. */
    record Planned(Meeting meeting, Instant plannedFor) {

        /** It is ahead, at the moment of its rhythm. */
        boolean isByRhythm() {
            return meeting.state() == Meeting.State.FIXED && meeting.startsAt().equals(plannedFor);
        }
    }

    private final JdbcClient jdbc;

    MeetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its moment is also remembered as the one for which it was planned. */
    void add(Meeting meeting) {
        jdbc.sql(
                        "INSERT INTO board_meeting (id, board_id, network_id, starts_at, planned_for, slots, slot_minutes, place,"
                                + " video_link, state, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(meeting.id())
                .param(meeting.boardId())
                .param(meeting.network().value())
                .param(utc(meeting.startsAt()))
                .param(utc(meeting.startsAt()))
                .param(meeting.slots())
                .param(meeting.slotMinutes())
                .param(meeting.place())
                .param(meeting.videoLink())
                .param(meeting.state().name())
                .param(meeting.sequence())
                .update();
    }

    void keep(Meeting meeting) {
        jdbc.sql("UPDATE board_meeting SET starts_at = ?, slots = ?, slot_minutes = ?, place = ?, video_link = ?,"
                        + " state = ?, sequence = ? WHERE id = ?")
                .param(utc(meeting.startsAt()))
                .param(meeting.slots())
                .param(meeting.slotMinutes())
                .param(meeting.place())
                .param(meeting.videoLink())
                .param(meeting.state().name())
                .param(meeting.sequence())
                .param(meeting.id())
                .update();
    }

    /** For this moment no other session is planned. */
    void plannedFor(UUID meeting, Instant moment) {
        jdbc.sql("UPDATE board_meeting SET planned_for = ? WHERE id = ?")
                .params(utc(moment), meeting)
                .update();
    }

    /** Lifts sessions out of the way, so that each can be put where another was; whoever calls it gives them their moments at once. */
    void makeRoom(Collection<UUID> meetings) {
        for (var meeting : meetings) {
            var moment = find(meeting).orElseThrow(BoardRefused::unknown).startsAt();
            jdbc.sql("UPDATE board_meeting SET starts_at = ? WHERE id = ?")
                    .params(utc(moment).minusYears(OUT_OF_THE_WAY), meeting)
                    .update();
        }
    }

    /** Holds all sessions of a board until the transaction ends. */
    List<Planned> lockAll(UUID board) {
        return jdbc.sql("SELECT * FROM board_meeting WHERE board_id = ? ORDER BY id FOR UPDATE")
                .param(board)
                .query((row, number) -> new Planned(
                        meeting(row, number),
                        row.getObject("planned_for", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Holds the session until the transaction ends, so that whoever changes it or its agenda is alone. @throws BoardRefused if there is none */
    Meeting lock(UUID id) {
        return jdbc.sql("SELECT * FROM board_meeting WHERE id = ? FOR UPDATE")
                .param(id)
                .query(MeetingRows::meeting)
                .optional()
                .orElseThrow(BoardRefused::unknown);
    }

    Optional<Meeting> find(UUID id) {
        return jdbc.sql("SELECT * FROM board_meeting WHERE id = ?")
                .param(id)
                .query(MeetingRows::meeting)
                .optional();
    }

    /** The moments at which a board has a session, also one that was called off. */
    List<Instant> moments(UUID board) {
        return jdbc
                .sql("SELECT starts_at FROM board_meeting WHERE board_id = ?")
                .param(board)
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    /** The moments that need no session any more: one was planned for them, even if it was moved since, or takes place then. */
    Set<Instant> taken(UUID board) {
        var taken = new HashSet<>(moments(board));
        jdbc.sql("SELECT planned_for FROM board_meeting WHERE board_id = ?")
                .param(board)
                .query(OffsetDateTime.class)
                .list()
                .forEach(moment -> taken.add(moment.toInstant()));
        return taken;
    }

    /** Of a network, those that are open and those that began after that moment, the soonest first. */
    List<Meeting> of(NetworkId network, Instant since) {
        return jdbc.sql("SELECT * FROM board_meeting WHERE network_id = ?"
                        + " AND (state IN ('POLL', 'FIXED', 'RUNNING') OR starts_at >= ?)"
                        + " ORDER BY starts_at FETCH FIRST " + MOST + " ROWS ONLY")
                .params(network.value(), utc(since))
                .query(MeetingRows::meeting)
                .list();
    }

    /** Whose moment is fixed and so near that the agenda fills itself, the soonest first. */
    List<UUID> toFill(Instant now) {
        return jdbc
                .sql("SELECT m.id, m.starts_at, b.fill_days FROM board_meeting m JOIN board b ON b.id = m.board_id"
                        + " WHERE m.state = 'FIXED' AND b.fill_days > 0 AND m.starts_at > ? AND m.starts_at <= ?"
                        + " ORDER BY m.starts_at")
                .params(utc(now), utc(now).plusDays(BoardPlan.MOST_DAYS))
                .query((row, number) -> utc(now).plusDays(row.getInt("fill_days"))
                                .isBefore(row.getObject("starts_at", OffsetDateTime.class))
                        ? Optional.<UUID>empty()
                        : Optional.of(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<UUID> notBefore(Instant moment) {
        return jdbc.sql("SELECT id FROM board_meeting WHERE starts_at >= ?")
                .param(utc(moment))
                .query(UUID.class)
                .list();
    }

    /** The networks that ever had a session. */
    List<NetworkId> networks() {
        return jdbc.sql("SELECT DISTINCT network_id FROM board_meeting").query(String.class).list().stream()
                .map(NetworkId::of)
                .toList();
    }

    /** On whose agenda the case stands and which are not over. */
    List<Meeting> openWith(CaseId caseId) {
        return jdbc.sql("SELECT m.* FROM board_meeting m JOIN board_slot s ON s.meeting_id = m.id"
                        + " WHERE s.case_id = ? AND s.state <> 'DONE' AND m.state IN ('POLL', 'FIXED', 'RUNNING')"
                        + " ORDER BY m.starts_at")
                .param(caseId.value())
                .query(MeetingRows::meeting)
                .list();
    }

    /** Asks for this moment too; twice is once. */
    void option(UUID meeting, Instant moment) {
        if (!options(meeting).contains(moment)) {
            jdbc.sql("INSERT INTO board_option (meeting_id, starts_at) VALUES (?, ?)")
                    .params(meeting, utc(moment))
                    .update();
        }
    }

    /** The moments asked for, soonest first. */
    List<Instant> options(UUID meeting) {
        return jdbc
                .sql("SELECT starts_at FROM board_option WHERE meeting_id = ? ORDER BY starts_at")
                .param(meeting)
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getObject("board_id", UUID.class),
                NetworkId.of(row.getString("network_id")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("slots"),
                row.getInt("slot_minutes"),
                row.getString("place"),
                row.getString("video_link"),
                Meeting.State.valueOf(row.getString("state")),
                row.getInt("sequence"));
    }
}
