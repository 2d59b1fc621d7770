package org.konsil.boards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The boards in their table. */
@Repository
class BoardRows {

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Board board, String by, Instant at) {
        planned(
                        board,
                        "INSERT INTO board (id, network_id, rhythm, every, week_of_month, weekday, first_day, time_of_day, zone,"
                                + " slots, slot_minutes, video_link, name, place, fill_days, opened_by, opened_at)"
                                + " VALUES (:id, :network, :rhythm, :every, :week, :weekday, :first, :time, :zone,"
                                + " :slots, :minutes, :link, :name, :place, :fill, :by, :at)")
                .param("network", board.network().value())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** To be called with the board held. */
    void change(Board board) {
        planned(
                        board,
                        "UPDATE board SET rhythm = :rhythm, every = :every, week_of_month = :week, weekday = :weekday,"
                                + " first_day = :first, time_of_day = :time, zone = :zone, slots = :slots, slot_minutes = :minutes,"
                                + " video_link = :link, name = :name, place = :place, fill_days = :fill, version = :version"
                                + " WHERE id = :id")
                .param("version", board.version())
                .update();
    }

    /** What a board is planned by; the same whether it is opened or changed. */
    private JdbcClient.StatementSpec planned(Board board, String sql) {
        var rhythm = board.rhythm();
        return jdbc.sql(sql)
                .param("id", board.id())
                .param("rhythm", rhythm.kind().name())
                .param("every", rhythm.every())
                .param("week", rhythm.weekOfMonth())
                .param("weekday", rhythm.weekday().getValue())
                .param("first", rhythm.firstDay())
                .param("time", rhythm.time().toString())
                .param("zone", rhythm.zone().getId())
                .param("slots", board.slots())
                .param("minutes", board.slotMinutes())
                .param("link", board.videoLink(), Types.VARCHAR)
                .param("name", board.plan().name())
                .param("place", board.plan().place(), Types.VARCHAR)
                .param("fill", board.plan().fillDays());
    }

    void close(UUID id, Instant at) {
        jdbc.sql("UPDATE board SET closed_at = ? WHERE id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Of these networks, those that were not closed, in the order in which they were opened. */
    List<Board> of(Collection<NetworkId> networks) {
        return networks.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "SELECT * FROM board WHERE network_id IN (:networks) AND closed_at IS NULL ORDER BY opened_at")
                        .param(
                                "networks",
                                networks.stream().map(NetworkId::value).toList())
                        .query(BoardRows::board)
                        .list();
    }

    Optional<Board> find(UUID id) {
        return jdbc.sql("SELECT * FROM board WHERE id = ?")
                .param(id)
                .query(BoardRows::board)
                .optional();
    }

    /** Holds the board until the transaction ends, so that whoever plans sessions plans alone. */
    Optional<Board> lock(UUID id) {
        return jdbc.sql("SELECT * FROM board WHERE id = ? FOR UPDATE")
                .param(id)
                .query(BoardRows::board)
                .optional();
    }

    /** Holds all boards of a network until the transaction ends, so that a case is put on one agenda only. */
    void hold(NetworkId network) {
        jdbc.sql("SELECT id FROM board WHERE network_id = ? ORDER BY id FOR UPDATE")
                .param(network.value())
                .query(UUID.class)
                .list();
    }

    private static Board board(ResultSet row, int number) throws SQLException {
        return new Board(
                row.getObject("id", UUID.class),
                NetworkId.of(row.getString("network_id")),
                new BoardPlan(
                        row.getString("name"),
                        rhythm(row),
                        row.getInt("slots"),
                        row.getInt("slot_minutes"),
                        row.getString("place"),
                        row.getString("video_link"),
                        row.getInt("fill_days")),
                row.getInt("version"),
                row.getObject("closed_at") != null);
    }

    private static Rhythm rhythm(ResultSet row) throws SQLException {
        return new Rhythm(
                Rhythm.Kind.valueOf(row.getString("rhythm")),
                row.getInt("every"),
                row.getInt("week_of_month"),
                DayOfWeek.of(row.getInt("weekday")),
                row.getObject("first_day", LocalDate.class),
                LocalTime.parse(row.getString("time_of_day")),
                ZoneId.of(row.getString("zone")));
    }
}
