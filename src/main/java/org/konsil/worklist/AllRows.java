package org.konsil.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.konsil.kernel.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads open work as a whole. */
@Repository
class AllRows {

    private static final ItemOrder BY_DATE = ItemOrder.of(null);
    private static final String COUNTED =
            "e.task_key, e.stage, e.network, e.country, e.assignee, e.created_at, e.due_order, e.stopped";

    private record Key(long taskKey, Object place) {}

    private final JdbcClient jdbc;
    private final ItemRows rows;
    private final Clock clock;

    AllRows(DataSource database, ItemRows rows, Clock clock) {
        this.jdbc = JdbcClient.create(new FreshPlans(database));
        this.rows = rows;
        this.clock = clock;
    }

    List<PieceOfWork> pieces(QueueFilter filter) {
        var asked = asked(filter);
        return jdbc.sql("SELECT " + COUNTED + where(asked))
                .params(asked.parameters())
                .query((row, number) -> piece(row))
                .list();
    }

    /** As {@link QueueRows} reads the list All. */
    List<PieceOfWork> pieces(QueueFilter filter, QueueReader reader) {
        var query = new QueueQuery(Queue.ALL, filter, reader, List.of(), BY_DATE, clock.instant());
        return jdbc.sql(query.each(COUNTED))
                .params(query.parameters())
                .query((row, number) -> piece(row))
                .list();
    }

    ItemPage page(QueueFilter filter, int size) {
        var asked = asked(filter);
        var total = jdbc.sql("SELECT count(*)" + where(asked))
                .params(asked.parameters())
                .query(Long.class)
                .single();
        var after = filter.after();
        if (after != null && !after.isBlank()) {
            var place = BY_DATE.read(after);
            asked.conditions().add(BY_DATE.beyond("e."));
            asked.parameters().put("place", place.value());
            asked.parameters().put("placeKey", place.taskKey());
        }
        var found = new ArrayList<>(jdbc.sql("SELECT e.task_key, e.due_order AS place" + where(asked)
                        + " ORDER BY e.due_order, e.task_key FETCH FIRST " + (size + 1) + " ROWS ONLY")
                .params(asked.parameters())
                .query((row, number) -> new Key(row.getLong("task_key"), BY_DATE.value(row)))
                .list());
        var more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        return new ItemPage(
                rows.of(found.stream().map(Key::taskKey).toList()),
                total,
                more ? BY_DATE.write(found.getLast().place(), found.getLast().taskKey()) : null);
    }

    private QueueConditions asked(QueueFilter filter) {
        var now = clock.instant();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        var asked = new QueueConditions(new ArrayList<>(List.of("e.state = 'OPEN'")), parameters);
        asked.narrow(filter, "", now);
        return asked;
    }

    private static String where(QueueConditions asked) {
        return " FROM work_item e WHERE " + String.join(" AND ", asked.conditions());
    }

    private static PieceOfWork piece(ResultSet row) throws SQLException {
        var due = instant(row, "due_order");
        var assignee = row.getString("assignee");
        return new PieceOfWork(
                Stage.valueOf(row.getString("stage")),
                row.getString("network"),
                row.getString("country"),
                assignee == null || assignee.isBlank() ? null : assignee,
                instant(row, "created_at"),
                due.isBefore(QueueEntries.FAR_AWAY) ? due : null,
                row.getBoolean("stopped"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
